import type { Input } from '#shared/contract/calls.ts';
import type { ColumnMatch } from '#shared/domain/responses/columns.ts';
import { readFile } from '../../api/read-file.ts';
import { useAttempt } from '../../api/use-attempt.ts';
import { useTask } from '../../api/use-task.ts';
import { useHandedFile } from '../../app/handed-file.ts';
import { useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';
import { OfRound } from './of-round.tsx';
import { useFileImport } from './use-file-import.ts';

/** The sheet, the value list and the columns that were chosen. */
type How = Pick<Input<'response.previewImport'>, 'sheet' | 'values' | 'columns'>;

/** Importing responses to a round from a file: choose, see what it would do and mend the match, import, see what came of it. */
export function ImportPage({ id }: { id: number }) {
	const { response } = useText();
	const text = response.import;
	const { refusal, attempt, onRefused } = useAttempt();
	const reading = useTask('response.previewImport', { onRefused });
	const storing = useTask('response.import', { onRefused });
	const { file, how, preview, result, choose, lookAgain, store, again } = useFileImport({
		attempt,
		read: (chosen, next: How | null) => reading.start({ roundId: id, ...chosen, ...next }),
		store: (chosen, next, { columns }) => storing.start({ roundId: id, ...chosen, ...next, columns }),
	});
	useHandedFile(`/collect/round/${id}/import`, choose);
	return (
		<OfRound id={id} title={text.title}>
			{(round, instrument) => (
				<Page title={text.title} subtitle={text.subtitle(round.name)}>
					{refusal && <ErrorNote error={refusal} />}
					{result && file ? (
						<ImportDone roundId={id} name={file.name} result={result} instrument={instrument} onAgain={again} />
					) : (
						<>
							{!preview && !reading.busy && <ChooseFile safe={text.safe} onChoose={choose} />}
							{!preview && <TaskProgress {...reading} label={text.reading} />}
							<TaskProgress {...storing} label={text.storing} />
							{preview && file && !storing.busy && (
								<ImportPreview
									name={file.name}
									preview={preview}
									instrument={instrument}
									reading={reading.busy}
									onMend={(mended) => {
										const columns = preview.columns.map(
											(one) => mended.find((other) => other.index === one.index) ?? one,
										);
										lookAgain({ ...how, columns }, { ...preview, columns });
									}}
									onStore={store}
									onChoose={choose}
									onSheet={(sheet) => lookAgain({ ...how, sheet, columns: [] })}
									valuesName={how?.values?.name ?? null}
									onValues={(chosen) => lookAgain(withValues(how, preview.columns, chosen))}
								/>
							)}
						</>
					)}
				</Page>
			)}
		</OfRound>
	);
}

/** With a value list: the columns are judged anew, but for what a person chose. */
async function withValues(how: How | null, columns: readonly ColumnMatch[], file: File): Promise<How> {
	const kept = columns.filter((one) => one.how === 'chosen').map(({ values: _before, ...one }) => one);
	return { ...how, values: await readFile(file), columns: kept };
}
