import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { fromAnswer, layOutAnswers, toAnswer } from '#shared/domain/coding/open-answers.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { CodingWorkspace } from './coding-workspace.tsx';
import type { ReaderContent } from './reader/content.ts';
import type { ShownCoding, ToTarget } from './use-codings.ts';

const none: never[] = [];

/** The open answers of a round, question by question, to read and code like a transcript. */
export function OpenAnswersPage({ roundId }: { roundId: number }) {
	const text = useText().document;
	const language = useLanguage();
	const round = useCall('round.get', { id: roundId });
	const items = useCall('results.openAnswers', { roundId, language }, { keep: true });
	const codings = useCall('coding.list', { roundId });
	const [params] = useSearchParams();
	const laid = useMemo(() => layOutAnswers(items.data ?? none), [items.data]);
	const content = useMemo<ReaderContent>(() => {
		const numbers = new Map(
			[...new Set(laid.answers.map((one) => one.responseId))].sort((a, b) => a - b).map((id, at) => [id, at + 1]),
		);
		return {
			text: laid.text,
			headings: laid.headings,
			turns: laid.answers.map((one) => ({
				start: one.start,
				end: one.end,
				headStart: one.start,
				label: text.reader.respondent(numbers.get(one.responseId) ?? 0),
				detail: '',
				asking: false,
			})),
		};
	}, [laid, text]);
	const stored = useMemo(
		() =>
			(codings.data ?? none).flatMap((coding): ShownCoding[] => {
				const range = coding.target.kind === 'answer' ? fromAnswer(laid, coding.target.answerId, coding) : null;
				return range
					? [{ ...range, id: coding.id, codeId: coding.codeId, memo: coding.memo, quote: coding.quote }]
					: [];
			}),
		[codings.data, laid],
	);
	const toTarget = useMemo<ToTarget>(
		() => (range) => {
			const place = toAnswer(laid, range);
			const shown = place && fromAnswer(laid, place.answerId, place);
			if (!place || !shown) return null;
			return { start: place.start, end: place.end, shown, target: { kind: 'answer', answerId: place.answerId } };
		},
		[laid],
	);
	const refused = round.error ?? items.error ?? codings.error;
	if (!round.data || !items.data || !codings.data) {
		return <Page title={text.title}>{refused ? <ErrorNote error={refused} /> : <Loading />}</Page>;
	}
	const title = text.reader.openTitle(round.data.name);
	if (laid.answers.length === 0) {
		return (
			<Page title={title}>
				<EmptyState title={text.reader.openEmpty}>{text.reader.openEmptyText}</EmptyState>
			</Page>
		);
	}
	const answer = laid.answers.find((one) => one.answerId === Number(params.get('answer')));
	return (
		<CodingWorkspace
			title={title}
			subtitle={`${text.reader.openSubtitle(laid.answers.length, laid.headings.length)} · ${text.codings(stored.length)}`}
			content={content}
			stored={stored}
			toTarget={toTarget}
			startAt={answer && Math.min(answer.end, answer.start + (Number(params.get('from')) || 0))}
			textLabel={text.reader.textOfAnswers}
		/>
	);
}
