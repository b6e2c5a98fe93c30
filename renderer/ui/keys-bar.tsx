import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useCall } from '../api/use-call.ts';
import { useRun } from '../api/use-run.ts';
import { useCommands } from '../app/commands.tsx';
import { useText } from '../app/text.tsx';
import styles from './keys-bar.module.css';
import { KeysDialog } from './keys-dialog.tsx';

/** Whether the project's key file is made and open, with the button that changes it. `why` says what it is needed for here. */
export function KeysBar({ why }: { why?: ReactNode }) {
	const { keys: text, frame } = useText();
	const state = useCall('keys.status', {}).data?.state;
	const { run: close } = useRun('keys.close');
	const [asking, setAsking] = useState<'make' | 'open' | 'change' | null>(null);
	const label = state === 'open' ? text.close : state === 'none' ? text.make : text.unlock;
	const act = () => (state === 'open' ? void close({}) : setAsking(state === 'none' ? 'make' : 'open'));
	useCommands([
		{
			id: 'keys.toggle',
			label,
			section: frame.search.sections.do,
			icon: IconKey,
			enabled: state !== undefined,
			run: act,
		},
	]);
	if (!state) return null;
	return (
		<section className={styles.bar} data-state={state} aria-label={text[state]}>
			<IconKey size={18} stroke={1.6} aria-hidden />
			<p className={styles.words}>
				<strong>{text[state]}</strong>
				{state !== 'open' && (why ?? text.what)}
			</p>
			{state === 'open' && (
				<Button size="xs" variant="subtle" onClick={() => setAsking('change')}>
					{text.change}
				</Button>
			)}
			<Button size="xs" variant={state === 'open' ? 'default' : 'filled'} onClick={act}>
				{label}
			</Button>
			{asking && <KeysDialog does={asking} onClose={() => setAsking(null)} />}
		</section>
	);
}
