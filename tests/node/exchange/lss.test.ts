import fc from 'fast-check';
import { test } from 'vitest';
import { readLss } from '#shared/domain/instrument/exchange/lss/read.ts';
import { writeLss } from '#shared/domain/instrument/exchange/lss/write.ts';
import { readLssTables } from '../../../electron/formats/lss/read.ts';
import { writeLssFile } from '../../../electron/formats/lss/write.ts';
import { answered, expectSame } from './same.ts';

const read = (source: string) => {
	const got = readLss(readLssTables('made.lss', source), 'made.lss');
	if (!got) throw new Error('no survey');
	return got;
};

test('property: out to LimeSurvey and in again gives the same, but for what is listed', () => {
	fc.assert(
		fc.property(answered, ([instrument, answers]) => {
			const { losses, ...file } = writeLss(instrument);
			const back = read(writeLssFile(file));
			expectSame(instrument, back.definition, [...losses, ...back.losses], answers);
		}),
		{ numRuns: 60 },
	);
});
