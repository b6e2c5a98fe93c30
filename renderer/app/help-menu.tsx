import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommandRegistry } from './commands.tsx';
import styles from './help.module.css';
import { useText } from './text.tsx';

/** The order of the work in four lines, the promises, and the way to the list of shortcuts. */
export function HelpMenu({ version }: { version: string }) {
	const { frame } = useText();
	const registry = useCommandRegistry();
	const [open, setOpen] = useState(false);
	return (
		<Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus>
			<Popover.Target>
				<Tooltip label={frame.help.button} disabled={open}>
					<ActionIcon aria-label={frame.help.button} aria-expanded={open} onClick={() => setOpen(!open)}>
						<IconHelpCircle size={19} stroke={1.6} aria-hidden />
					</ActionIcon>
				</Tooltip>
			</Popover.Target>
			<Popover.Dropdown aria-label={frame.help.title}>
				<h2 className={styles.title}>{frame.help.first}</h2>
				<ol className={styles.steps}>
					{frame.help.steps.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ol>
				<p className={styles.line}>{frame.help.saved}</p>
				<p className={styles.line}>{frame.help.offline}</p>
				<div className={styles.foot}>
					<Button
						size="xs"
						onClick={() => {
							setOpen(false);
							registry.run('help.shortcuts');
						}}
					>
						{frame.help.showShortcuts}
					</Button>
					<span className={styles.version}>{frame.help.about(version)}</span>
				</div>
			</Popover.Dropdown>
		</Popover>
	);
}
