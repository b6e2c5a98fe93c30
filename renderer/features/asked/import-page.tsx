import { Button, Checkbox } from '@mantine/core';
import type { Input, Output } from '#shared/contract/calls.ts';
import { type ListColumn, secretRoles } from '#shared/domain/asked/model.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useAttempt } from '../../api/use-attempt.ts';
import { useCall } from '../../api/use-call.ts';
import { useTask } from '../../api/use-task.ts';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { CountList } from '../../ui/count-list.tsx';
import { DropFile } from '../../ui/drop-file.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { KeysBar } from '../../ui/keys-bar.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import { ChooseButton, tableFiles } from '../collect/choose-file.tsx';
import { useFileImport } from '../collect/use-file-import.ts';
import styles from './asked.module.css';
import { ListColumns } from './list-columns.tsx';

type Preview = Output<'asked.previewList'>;
/** What was chosen of its columns. */
type How = Pick<Input<'asked.previewList'>, 'columns' | 'headed'>;

/** Importing a list of those asked: choose it, see what it was taken for and mend that, import. */
export function AskedImportPage({ id }: { id: number }) {
	const { asked, response } = useText();
	const text = asked.importPage;
	const round = useCall('round.get', { id });
	const { refusal, attempt, onRefused } = useAttempt();
	const reading = useTask('asked.previewList', { onRefused });
	const storing = useTask('asked.importList', { onRefused });
	const list = useFileImport({
		attempt,
		read: (chosen, how: How | null) => reading.start({ roundId: id, ...chosen, ...how }),
		store: (chosen, _how, { columns, headed }) => storing.start({ roundId: id, ...chosen, columns, headed }),
	});
	const { preview } = list;
	if (!round.data)
		return <Page title={text.title}>{round.error ? <ErrorNote error={round.error} /> : <Loading />}</Page>;
	const back = () => navigate(`/collect/round/${id}/asked`);
	return (
		<Page title={text.title} subtitle={asked.of(round.data.name)}>
			{refusal && <ErrorNote error={refusal} />}
			{list.result ? (
				<Stored result={list.result} onDone={back} />
			) : (
				<>
					{!preview && !reading.busy && (
						<DropFile
							title={text.chooseTitle}
							kinds={text.kinds}
							notes={[response.import.drop, text.safe]}
							label={response.import.choose}
							accept={tableFiles}
							onChoose={list.choose}
						/>
					)}
					{!preview && <TaskProgress {...reading} label={text.reading} />}
					<TaskProgress {...storing} label={text.storing} />
					{preview && list.file && !storing.busy && (
						<PreviewOfList
							name={list.file.name}
							preview={preview}
							reading={reading.busy}
							onChoose={list.choose}
							onHeaded={(headed) => list.lookAgain({ headed })}
							onMend={(columns) => list.lookAgain({ columns, headed: preview.headed }, { ...preview, columns })}
							onStore={list.store}
						/>
					)}
				</>
			)}
		</Page>
	);
}

function Stored({ result, onDone }: { result: Output<'asked.importList'>; onDone: () => void }) {
	const { importPage: text } = useText().asked;
	const language = useLanguage();
	return (
		<EmptyState
			title={text.done}
			actions={
				<Button variant="filled" autoFocus onClick={onDone}>
					{text.toList}
				</Button>
			}
		>
			<p>
				{text.doneLine(result.stored, formatNumber(result.stored, language))}{' '}
				{result.known > 0 && text.doneKnown(result.known, formatNumber(result.known, language))}
			</p>
		</EmptyState>
	);
}

interface PreviewProps {
	name: string;
	preview: Preview;
	/** The file is being read again under changed roles. */
	reading: boolean;
	onChoose: (file: File) => void;
	onHeaded: (headed: boolean) => void;
	onMend: (columns: ListColumn[]) => void;
	onStore: () => void;
}

function PreviewOfList({ name, preview, reading, onChoose, onHeaded, onMend, onStore }: PreviewProps) {
	const { importPage: text } = useText().asked;
	const language = useLanguage();
	const keysOpen = useCall('keys.status', {}).data?.state === 'open';
	const shown = (n: number) => formatNumber(n, language);
	const secret = preview.columns.some(({ role }) => secretRoles.has(role));
	const { people, known, merged, problems } = preview;
	return (
		<>
			{secret && <KeysBar why={text.needsKeys} />}
			<Section
				title={name}
				actions={
					<>
						<ChooseButton onChoose={onChoose} />
						<Button variant="filled" disabled={people === 0 || reading || (secret && !keysOpen)} onClick={onStore}>
							{people === 0 ? text.nothing : text.go(people, shown(people))}
						</Button>
					</>
				}
			>
				<CountList
					busy={reading}
					counts={[
						{ label: text.willStore(people), number: shown(people) },
						...(known > 0 ? [{ label: text.known, number: shown(known) }] : []),
						...(merged > 0 ? [{ label: text.merged(merged), number: shown(merged) }] : []),
					]}
				/>
				{preview.groups.length > 0 && (
					<p className={styles.quiet}>
						{text.groups(preview.groups.length, shown(preview.inSeveral))}: {preview.groups.slice(0, 12).join(', ')}
						{preview.groups.length > 12 && ' …'}
					</p>
				)}
			</Section>
			<Section
				title={text.columns}
				lead={text.columnsLead}
				actions={
					<Checkbox
						label={text.headed}
						checked={preview.headed}
						onChange={(event) => onHeaded(event.currentTarget.checked)}
					/>
				}
			>
				<ListColumns columns={preview.columns} sample={preview.sample} onMend={onMend} />
			</Section>
			{problems.length > 0 && (
				<Section title={text.problems} lead={text.problemsLead(preview.headed)}>
					<ul className={styles.list}>
						{problems.slice(0, 50).map((one) => (
							<li key={`${one.row} ${one.column} ${one.reason}`}>
								{text.problem(shown(one.row), one.column, one.value, text.reasons[one.reason])}
							</li>
						))}
					</ul>
					{problems.length > 50 && <p className={styles.quiet}>{text.moreProblems(shown(problems.length - 50))}</p>}
				</Section>
			)}
		</>
	);
}
