import type { readList } from '../features/asked/read-list.ts';
import type { prepareResponses } from '../features/response/prepare.ts';
import type { proposeInstrument } from '../features/response/propose.ts';
import type { readDocumentFile } from '../formats/document/read.ts';
import type { openAnswers } from '../formats/form/open-answers.ts';
import type { openReturn } from '../formats/handover/open-return.ts';
import type { readInstrumentFile } from '../formats/instrument/read.ts';
import type { writeInstrumentFile } from '../formats/instrument/write.ts';
import type { writeLetters } from '../formats/letters/docx.ts';
import type { readPages } from '../formats/pdf/read-pages.ts';
import type { writeReport } from '../formats/report/write.ts';
import type { writeZip } from '../formats/zip/write.ts';

/** What runs in a process of its own: the reading of foreign files and long computing. Each takes and gives plain data. */
export interface WorkerJobs {
	'asked.readList': typeof readList;
	'document.read': typeof readDocumentFile;
	'form.open': typeof openAnswers;
	'instrument.read': typeof readInstrumentFile;
	'instrument.write': typeof writeInstrumentFile;
	'letters.docx': typeof writeLetters;
	'handover.open': typeof openReturn;
	'report.write': typeof writeReport;
	'report.pages': typeof readPages;
	'responses.prepare': typeof prepareResponses;
	'responses.propose': typeof proposeInstrument;
	'zip.write': typeof writeZip;
}

/** Loaded only in the process that runs the job. */
export const loadJob: { [N in keyof WorkerJobs]: () => Promise<WorkerJobs[N]> } = {
	'asked.readList': async () => (await import('../features/asked/read-list.ts')).readList,
	'document.read': async () => (await import('../formats/document/read.ts')).readDocumentFile,
	'form.open': async () => (await import('../formats/form/open-answers.ts')).openAnswers,
	'instrument.read': async () => (await import('../formats/instrument/read.ts')).readInstrumentFile,
	'instrument.write': async () => (await import('../formats/instrument/write.ts')).writeInstrumentFile,
	'letters.docx': async () => (await import('../formats/letters/docx.ts')).writeLetters,
	'handover.open': async () => (await import('../formats/handover/open-return.ts')).openReturn,
	'report.pages': async () => (await import('../formats/pdf/read-pages.ts')).readPages,
	'responses.prepare': async () => (await import('../features/response/prepare.ts')).prepareResponses,
	'responses.propose': async () => (await import('../features/response/propose.ts')).proposeInstrument,
	'report.write': async () => (await import('../formats/report/write.ts')).writeReport,
	'zip.write': async () => (await import('../formats/zip/write.ts')).writeZip,
};

/** Bounds of each job. */
export interface JobBounds {
	seconds: number;
	/** Megabytes of JavaScript memory. */
	memory: number;
	/** The same for a text file, which is gone through in pieces: it keeps to little memory, since V8 leaves the more uncleared the more it may have. */
	textMemory?: number;
}

export const jobBounds: { [N in keyof WorkerJobs]: JobBounds } = {
	'document.read': { seconds: 60, memory: 768 },
	'form.open': { seconds: 300, memory: 2048 },
	'instrument.read': { seconds: 30, memory: 768 },
	'instrument.write': { seconds: 30, memory: 512 },
	'asked.readList': { seconds: 180, memory: 3072 },
	'letters.docx': { seconds: 180, memory: 2048 },
	'handover.open': { seconds: 120, memory: 1024 },
	'report.pages': { seconds: 60, memory: 1024 },
	'responses.prepare': { seconds: 300, memory: 3072, textMemory: 1024 },
	'responses.propose': { seconds: 120, memory: 3072 },
	'report.write': { seconds: 180, memory: 1536 },
	'zip.write': { seconds: 60, memory: 2048 },
};
