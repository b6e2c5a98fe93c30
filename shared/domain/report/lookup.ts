import type { Code } from '#shared/contract/code.ts';
import type { Excerpt } from '#shared/contract/coding.ts';
import type { DocumentKind } from '../document/model.ts';
import type { Instrument } from '../instrument/model.ts';
import type { Analysis } from '../results/model.ts';

export interface LookupRound {
	id: number;
	name: string;
	date: string | null;
	invited: number | null;
	answered: number;
}

export interface LookupDocument {
	title: string;
	kind: DocumentKind;
	date: string | null;
	words: number;
	informants: number;
}

/** What a report is filled from. Plain reads; each may be asked again and again, so whoever gives it should remember the answers. */
export interface ReportLookup {
	title: string;
	project: {
		title: string;
		commissioner: string;
		periodStart: string | null;
		periodEnd: string | null;
		/** Groups with fewer people than this are not reported. */
		smallestGroup: number;
	};
	rounds(): readonly LookupRound[];
	analyse(roundId: number, by?: string, singleGroupOnly?: boolean): Analysis;
	/** The instrument that a round asked. */
	instrumentOf(roundId: number): Instrument;
	/** The instruments that may be shown, by key. */
	instruments(): readonly { key: string; title: string }[];
	instrument(key: string): Instrument | null;
	/** Transcripts, notes and other material, in order of date. */
	documents(): readonly LookupDocument[];
	/** In reading order. */
	codes(): readonly Code[];
	/** In text order, with the code's descendants. */
	excerpts(codeId: number): readonly Excerpt[];
}
