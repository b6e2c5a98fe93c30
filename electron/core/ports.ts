import type { WorkerJobs } from '../workers/jobs.ts';
import type { JobSignals, WorkSignals } from './signals.ts';

/** What a job hands over in parts. */
export type PartOf<N extends keyof WorkerJobs> =
	Parameters<WorkerJobs[N]> extends [unknown, JobSignals<infer Part>] ? Part : never;

/** Runs a job in a process of its own, with caps on time and memory; ended at once when `signal` aborts. */
export type RunJob = <N extends keyof WorkerJobs>(
	name: N,
	input: Parameters<WorkerJobs[N]>[0],
	signals: WorkSignals & { onPart?: (part: PartOf<N>) => void },
) => Promise<Awaited<ReturnType<WorkerJobs[N]>>>;

export interface PrintRequest {
	/** One self-contained page: no address in it is fetched. Its running head and foot are its own (`@page`). */
	html: string;
	title: string;
	language: 'sv' | 'en';
}

/** Everything the core needs from the machine and the shell it runs under. The core itself knows none of them. */
export interface Ports {
	/** Prints a page to PDF (A4, tagged, with outline). @throws AppError NO_PRINTER where no browser can be had */
	print: (request: PrintRequest, signals: WorkSignals) => Promise<Uint8Array>;
	runJob: RunJob;
	/** One line of the log: names, times and codes, never content. */
	log: (line: string) => void;
	now: () => Date;
	/** The folder of settings and of the list of recent projects. */
	dataFolder: string;
	/** The program's `resources`. */
	resourcesFolder: string;
	/** Where a person's files are: the first folder a chooser shows. */
	documentsFolder: string;
	version: string;
}
