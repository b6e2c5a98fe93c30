import { NativeSelect } from '@mantine/core';
import { columnRole, type ListColumn, secretRoles } from '#shared/domain/asked/model.ts';
import { useText } from '../../app/text.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import styles from './asked.module.css';

interface ColumnsProps {
	columns: readonly ListColumn[];
	sample: readonly (readonly string[])[];
	onMend: (columns: ListColumn[]) => void;
}

/** What each column of a list was taken for, where that is kept, and a choice to mend it. */
export function ListColumns({ columns, sample, onMend }: ColumnsProps) {
	const { importPage: text } = useText().asked;
	const roles = columnRole.options.map((role) => ({ value: role, label: text.roles[role] }));
	return (
		<PlainTable words={[text.column.header, text.column.sample, text.column.role]}>
			{columns.map((column) => {
				const values = sample.flatMap((row) => row[column.index]?.trim() || []).slice(0, 3);
				return (
					<tr key={column.index}>
						<th scope="row">{column.header}</th>
						<td className={styles.sample} title={values.join(' · ')}>
							{values.join(' · ') || '–'}
						</td>
						<td>
							<NativeSelect
								aria-label={text.roleFor(column.header)}
								value={column.role}
								data={roles}
								onChange={(event) => {
									const role = columnRole.parse(event.currentTarget.value);
									onMend(columns.map((one) => (one.index === column.index ? { ...one, role } : one)));
								}}
							/>
							<Kept column={column} />
						</td>
					</tr>
				);
			})}
		</PlainTable>
	);
}

function Kept({ column: { role, warning } }: { column: ListColumn }) {
	const { importPage: text } = useText().asked;
	if (secretRoles.has(role)) return <span className={styles.note}>{text.secret}</span>;
	if (!warning) return null;
	return (
		<span className={role === 'attribute' ? styles.warn : styles.note}>
			{text.warnings[warning]} {role === 'attribute' && text.warningKept}
		</span>
	);
}
