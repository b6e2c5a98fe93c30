import { useCommandList } from './commands.tsx';
import styles from './help.module.css';
import { shownShortcut } from './keys.ts';
import { useText } from './text.tsx';

/** The shortcuts that work now, made of the commands themselves. */
export function ShortcutsTable() {
	const { frame } = useText();
	const commands = useCommandList().filter((command) => command.shortcut !== undefined);
	return (
		<table className={styles.keys}>
			<thead>
				<tr>
					<th scope="col">{frame.help.does}</th>
					<th scope="col">{frame.help.keys}</th>
				</tr>
			</thead>
			<tbody>
				{commands.map((command) => (
					<tr key={command.id}>
						<th scope="row">{command.label}</th>
						<td>
							<kbd>{shownShortcut(command.shortcut ?? '')}</kbd>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
