import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { bridge } from '../api/bridge.ts';
import styles from './core-banner.module.css';
import { useText } from './text.tsx';

type State = 'well' | 'stopped' | 'back' | 'closed';

/** Says calmly that the core stopped, and that it is back; goes by itself or when closed. */
export function CoreBanner() {
	const { frame } = useText();
	const [state, setState] = useState<State>('well');
	useEffect(
		() =>
			bridge.onEvent((event) => {
				if (event.type === 'stopped') setState('stopped');
				if (event.type === 'restarted') setState(event.reopened ? 'back' : 'closed');
			}),
		[],
	);
	const shown = state !== 'well';
	const Glyph = state === 'stopped' ? IconPlugConnectedX : IconPlugConnected;
	return (
		<div role="status" className={shown ? styles.banner : 'visually-hidden'} data-state={state}>
			{shown && (
				<>
					<Glyph size={18} stroke={1.6} aria-hidden />
					<span>
						{state === 'stopped' ? frame.core.stopped : state === 'back' ? frame.core.back : frame.core.backClosed}
					</span>
					{state !== 'stopped' && (
						<button type="button" className={styles.close} onClick={() => setState('well')}>
							{frame.close}
						</button>
					)}
				</>
			)}
		</div>
	);
}
