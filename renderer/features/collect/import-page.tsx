import { useState } from 'react';
import type { Input, Output } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { ColumnMatch } from '#shared/domain/responses/columns.ts';
import { asRefusal } from '../../api/client.ts';
import { readFile } from '../../api/read-file.ts';
import { useCall } from '../../api/use-call.ts';
import { useTask } from '../../api/use-task.ts';
import { useHandedFile } from '../../app/handed-file.ts';
import { useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { TaskProgress } from '../../ui/task-progress.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';

type Preview = Output<'response.previewImport'>;
type Result = Output<'response.import'>;
/** The file, with the sheet of it and the value list that were chosen. */
type ChosenFile = Pick<Input<'response.previewImport'>, 'name' | 'bytes' | 'sheet' | 'values'>;

/** Importing responses to a round from a file: choose, see what it would do and mend the match, import, see what came of it. */
export function ImportPage({ id }: { id: number }) {
	const { response } = useText();
	const text = response.import;
	const round = useCall('round.get', { id });
	const instrumentId = round.data?.instrumentId ?? 0;
	const instrument = useCall('instrument.get', { id: instrumentId }, { enabled: instrumentId > 0 });
	const [file, setFile] = useState<ChosenFile | null>(null);
	const [preview, setPreview] = useState<Preview | null>(null);
	const [result, setResult] = useState<Result | null>(null);
	const [refusal, setRefusal] = useState<AppError | null>(null);
	const onRefused = (error: AppError) => {
		setRefusal(error);
		return true;
	};
	const reading = useTask('response.previewImport', { onRefused });
	const storing = useTask('response.import', { onRefused });

	const look = async (chosen: ChosenFile, columns?: ColumnMatch[]) => {
		setRefusal(null);
		const found = await reading.start({ roundId: id, ...chosen, ...(columns ? { columns } : {}) });
		if (found) setPreview(found);
	};
	const choose = async (chosen: File) => {
		setResult(null);
		setPreview(null);
		setRefusal(null);
		try {
			const next = await readFile(chosen);
			setFile(next);
			await look(next);
		} catch (error) {
			// Too large, or gone since it was chosen.
			setRefusal(asRefusal(error));
		}
	};
	/** Another sheet, or a value list: the columns are judged anew, but for what a person chose. */
	const lookAgain = async (next: ChosenFile, columns: ColumnMatch[]) => {
		setFile(next);
		await look(next, columns);
	};
	const addValues = async (chosen: File) => {
		if (!file || !preview) return;
		try {
			const kept = preview.columns.filter(({ how }) => how === 'chosen').map(({ values: _before, ...one }) => one);
			await lookAgain({ ...file, values: await readFile(chosen) }, kept);
		} catch (error) {
			setRefusal(asRefusal(error));
		}
	};
	const mend = (mended: readonly ColumnMatch[]) => {
		if (!file || !preview) return;
		const columns = preview.columns.map((one) => mended.find((other) => other.index === one.index) ?? one);
		// Shown at once; the counts follow when the file has been read again.
		setPreview({ ...preview, columns });
		void look(file, columns);
	};
	const store = async () => {
		if (!file || !preview) return;
		setRefusal(null);
		const done = await storing.start({ roundId: id, ...file, columns: preview.columns });
		if (done) setResult(done);
	};
	const again = () => {
		setFile(null);
		setPreview(null);
		setResult(null);
		setRefusal(null);
	};

	useHandedFile(`/collect/round/${id}/import`, (chosen) => void choose(chosen));
	const error = round.error ?? instrument.error;
	if (!round.data || !instrument.data)
		return <Page title={text.title}>{error ? <ErrorNote error={error} /> : <Loading />}</Page>;
	return (
		<Page title={text.title} subtitle={text.subtitle(round.data.name)}>
			{refusal && <ErrorNote error={refusal} />}
			{result && file ? (
				<ImportDone
					roundId={id}
					name={file.name}
					result={result}
					instrument={instrument.data.definition}
					onAgain={again}
				/>
			) : (
				<>
					{(!preview || !file) && !reading.busy && <ChooseFile onChoose={(chosen) => void choose(chosen)} />}
					{!preview && <TaskProgress {...reading} label={text.reading} />}
					<TaskProgress {...storing} label={text.storing} />
					{preview && file && !storing.busy && (
						<ImportPreview
							name={file.name}
							preview={preview}
							instrument={instrument.data.definition}
							reading={reading.busy}
							onMend={mend}
							onStore={() => void store()}
							onChoose={(chosen) => void choose(chosen)}
							onSheet={(sheet) => void lookAgain({ ...file, sheet }, [])}
							valuesName={file.values?.name ?? null}
							onValues={(chosen) => void addValues(chosen)}
						/>
					)}
				</>
			)}
		</Page>
	);
}
