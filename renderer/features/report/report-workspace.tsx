import { ActionIcon } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBold, IconH2, IconItalic, IconList, IconQuote } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import type { ReportProblem } from '#shared/domain/report/model.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { type EditorHandle, ReportEditor } from './editor/report-editor.tsx';
import { ExportMenu } from './export-menu.tsx';
import { InsertMenu } from './insert/insert-menu.tsx';
import { Preview } from './preview/preview.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './report.module.css';
import { ReportSettings } from './report-settings.tsx';
import { useReportDraft } from './use-report-draft.ts';

const none: readonly ReportProblem[] = [];
/** How long one rests before what was typed is checked, in milliseconds. */
const pause = 250;

/** The text of a report, checked and shown as it is written. */
export function ReportWorkspace({ report }: { report: Output<'report.get'> }) {
	const text = useText();
	const words = text.report.screen;
	const helpId = useId();
	const editor = useRef<EditorHandle>(null);
	const { run } = useRun('report.update');
	const draft = useReportDraft(report.markdown, async (markdown) => (await run({ id: report.id, markdown })) !== null);
	const [typed, setTyped] = useState(report.markdown);
	const [line, setLine] = useState(1);
	const [params, setParams] = useSearchParams();
	const asked = Number(params.get('line')) || null;

	const showLine = useCallback((at: number) => editor.current?.showLine(at), []);
	const [markdown] = useDebouncedValue(typed, pause);
	const preview = useCall('report.preview', { id: report.id, markdown }, { keep: true });
	const { data } = preview;
	const current = markdown === typed && !preview.isPlaceholderData;
	const problems = current && data ? data.problems : none;
	const context = useMemo(
		() => ({ values: data?.values ?? {}, problems, words: text.report }),
		[data?.values, problems, text.report],
	);
	const reasons = useMemo(
		() =>
			new Map((data?.problems ?? []).map((one) => [one.line, text.report.problems[one.reason](one.name, one.detail)])),
		[data?.problems, text.report],
	);

	useEffect(() => setTyped(draft.outside.text), [draft.outside]);
	useEffect(() => {
		if (asked === null) return;
		editor.current?.showLine(asked);
		// The line is a place to go to and not one to stay at: the same heading may be chosen again.
		setParams(
			(now) => {
				now.delete('line');
				return now;
			},
			{ replace: true },
		);
	}, [asked, setParams]);

	return (
		<Page
			title={report.title}
			width="full"
			fill
			subtitle={draft.waiting ? words.saving : words.saved}
			actions={
				<>
					<ReportSettings report={report} />
					<ExportMenu id={report.id} before={draft.flush} />
				</>
			}
		>
			<div className={styles.workspace}>
				<div className={styles.writing}>
					<div className={styles.tools} role="toolbar" aria-label={words.tools}>
						<Tool label={words.heading} icon={IconH2} run={() => editor.current?.mark('## ')} />
						<Tool label={words.bold} icon={IconBold} run={() => editor.current?.wrap('**')} />
						<Tool label={words.italic} icon={IconItalic} run={() => editor.current?.wrap('*')} />
						<Tool label={words.bullets} icon={IconList} run={() => editor.current?.mark('- ')} />
						<Tool label={words.quotation} icon={IconQuote} run={() => editor.current?.mark('> ')} />
						<InsertMenu
							language={report.language}
							insertBlock={(source) => editor.current?.insertBlock(source)}
							insertValue={(source) => editor.current?.insertValue(source)}
						/>
						<ProblemList problems={problems} known={Boolean(data) && current} show={showLine} />
					</div>
					<p id={helpId} className="visually-hidden">
						{words.editorHelp}
					</p>
					<div className={styles.text}>
						<ReportEditor
							ref={editor}
							text={draft.outside}
							context={context}
							label={words.editor}
							describedBy={helpId}
							onChange={(next) => {
								setTyped(next);
								draft.change(next);
							}}
							onLine={setLine}
						/>
					</div>
				</div>
				{preview.error && <ErrorNote error={preview.error} retry={() => void preview.refetch()} />}
				{data ? (
					<Preview document={data.document} line={line} label={words.preview} reasons={reasons} onLine={showLine} />
				) : (
					!preview.error && <Loading />
				)}
			</div>
		</Page>
	);
}

function Tool({ label, icon: Glyph, run }: { label: string; icon: typeof IconBold; run: () => void }) {
	return (
		<ActionIcon aria-label={label} title={label} onClick={run}>
			<Glyph size={18} stroke={1.6} />
		</ActionIcon>
	);
}
