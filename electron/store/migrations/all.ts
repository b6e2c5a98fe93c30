import { first } from './0001-first.ts';
import { answersInRows } from './0002-answers-in-rows.ts';
import { keyFileOfProject } from './0003-key-file.ts';
import { kioskAndPaper } from './0004-kiosk-and-paper.ts';
import { importMaps } from './0005-import-map.ts';
import { askedOfRounds } from './0006-asked.ts';
import { handover } from './0007-handover.ts';
import { codesOfPeople } from './0008-codes-of-people.ts';
import { sendings } from './0009-sendings.ts';
import type { Migration } from './migration.ts';

/** In order, without gaps. */
export const migrations: readonly Migration[] = [
	first,
	answersInRows,
	keyFileOfProject,
	kioskAndPaper,
	importMaps,
	askedOfRounds,
	handover,
	codesOfPeople,
	sendings,
];

/** The version of files that this program writes. */
export const fileVersion = migrations.length;
