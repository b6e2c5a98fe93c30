import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { bridge } from '../api/bridge.ts';
import styles from './core-banner.module.css';
import { useText } from './text.tsx';

type State = 'well' | 'stopped' | 'gone' | 'back' | 'closed';

/** A core that is started again is back long before; after this many milliseconds there is nobody to start it. */
const patience = 8000;

/** Says calmly that the core stopped, that it is back (until one closes it), or that there is no program any more. */
export function CoreBanner() {
	const { frame } = useText();
	const [state, setState] = useState<State>('well');
	useEffect(
		() =>
			bridge.onEvent((event) => {
				if (event.type === 'stopped') setState(event.staysDown ? 'gone' : 'stopped');
				if (event.type === 'restarted') setState(event.reopened ? 'back' : 'closed');
			}),
		[],
	);
	useEffect(() => {
		if (state !== 'stopped') return;
		const timer = setTimeout(() => setState('gone'), patience);
		return () => clearTimeout(timer);
	}, [state]);
	const shown = state !== 'well';
	const down = state === 'stopped' || state === 'gone';
	const Glyph = down ? IconPlugConnectedX : IconPlugConnected;
	const words = {
		stopped: frame.core.stopped,
		gone: frame.core.gone,
		back: frame.core.back,
		closed: frame.core.backClosed,
	};
	return (
		<div role="status" className={shown ? styles.banner : 'visually-hidden'} data-state={state}>
			{shown && (
				<>
					<Glyph size={18} stroke={1.6} aria-hidden />
					<span>{words[state]}</span>
					{!down && (
						<button type="button" className={styles.close} onClick={() => setState('well')}>
							{frame.close}
						</button>
					)}
				</>
			)}
		</div>
	);
}
