import type { Language } from '#shared/contract/basics.ts';
import type { Code } from '#shared/contract/code.ts';
import type { Excerpt } from '#shared/contract/coding.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import type { ReportLookup } from '#shared/domain/report/lookup.ts';
import type { Analysis } from '#shared/domain/results/model.ts';
import type { ProjectContext } from '../../core/handlers.ts';

/** The open project as a report is filled from it. Everything is read once and remembered, so one lookup is for one filling. */
export function lookupOf({ query }: ProjectContext, title: string, language: Language): ReportLookup {
	const once = remember();
	const rounds = () => once('rounds', () => query('round.list', {}));
	const list = () => once('instruments', () => query('instrument.list', {}));
	const byId = (id: number) => once(`instrument ${id}`, () => query('instrument.get', { id }).definition);
	return {
		title,
		get project() {
			return once('project', () => query('project.get', {}));
		},
		rounds,
		analyse: (roundId, by, singleGroupOnly = false): Analysis =>
			once(`analysis ${roundId} ${singleGroupOnly} ${by ?? ''}`, () =>
				query('results.analyse', { roundId, language, singleGroupOnly, ...(by !== undefined && { by }) }),
			),
		instrumentOf(roundId): Instrument {
			const round = rounds().find((one) => one.id === roundId);
			return byId(round?.instrumentId ?? query('round.instrument', { id: roundId }).instrumentId);
		},
		instruments: () => list().map((one) => ({ key: one.key, title: inLanguage(one.title, language) })),
		instrument(key): Instrument | null {
			const versions = list().filter((one) => one.key === key);
			const newest = versions.filter((one) => one.id !== null).sort((a, b) => b.version - a.version)[0] ?? versions[0];
			if (!newest) return null;
			return newest.id === null
				? once(`library ${key}`, () => query('instrument.get', { key }).definition)
				: byId(newest.id);
		},
		documents: () => once('documents', () => query('document.list', {})),
		codes: (): Code[] => once('codes', () => query('code.list', {})),
		excerpts: (codeId): Excerpt[] =>
			once(`excerpts ${codeId}`, () => query('coding.excerpts', { codeId, descendants: true })),
	};
}

function remember() {
	const known = new Map<string, unknown>();
	return <T>(key: string, read: () => T): T => {
		if (!known.has(key)) known.set(key, read());
		return known.get(key) as T;
	};
}
