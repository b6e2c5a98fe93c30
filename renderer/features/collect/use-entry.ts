import { useCallback, useState } from 'react';
import type { Answers, Instrument } from '#shared/domain/instrument/model.ts';
import { progressOf } from '#shared/domain/instrument/shown.ts';
import { formsPerHour } from '#shared/domain/responses/double-entry.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';

/** Papers entered one after another: how far this one has come, which of its questions were skipped, and how fast it goes. */
export function useEntry(instrument: Instrument, answers: Answers) {
	const { enter: text } = useText().response;
	const language = useLanguage();
	const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
	/** When one began, and when each paper was finished. */
	const [times, setTimes] = useState<readonly number[]>([]);
	const progress = progressOf(instrument, answers);
	const without = [...skipped].filter((one) => answers[one] === undefined).length;
	const pace = formsPerHour(times);
	return {
		progress,
		/** The progress, what was skipped and the pace, in words. */
		words: [
			text.progress(String(progress.answered), String(progress.shown)),
			...(without > 0 ? [text.skipped(without)] : []),
			...(pace === null ? [] : [text.pace(formatNumber(pace, language))]),
		],
		skipped,
		skip: (item: string) => setSkipped((before) => new Set([...before, item])),
		/** The first key of the first paper. */
		start: () => setTimes((before) => (before.length === 0 ? [Date.now()] : before)),
		/** The paper is finished. */
		finished: useCallback(() => setTimes((before) => [...before, Date.now()]), []),
		/** Another paper is begun. */
		another: useCallback(() => setSkipped(new Set()), []),
	};
}
