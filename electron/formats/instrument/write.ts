import { writeLss } from '#shared/domain/instrument/exchange/lss/write.ts';
import type { Loss, WriteFormat } from '#shared/domain/instrument/exchange/model.ts';
import { writeSurveyJs } from '#shared/domain/instrument/exchange/surveyjs/write.ts';
import { writeXlsForm } from '#shared/domain/instrument/exchange/xlsform/write.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { writeLssFile } from '../lss/write.ts';
import { writeWorkbook } from '../xlsx/write.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => bytesOf(`${JSON.stringify(value, null, 2)}\n`);

/** A questionnaire as a file of a format, named after its key, and what the format can't hold. Runs in a worker. */
export async function writeInstrumentFile({
	definition,
	format,
}: {
	definition: Instrument;
	format: WriteFormat;
}): Promise<{ name: string; bytes: Uint8Array; losses: Loss[] }> {
	const { key } = definition;
	switch (format) {
		case 'json':
			return { name: `${key}.json`, bytes: json(definition), losses: [] };
		case 'surveyjs': {
			const { survey, losses } = writeSurveyJs(definition);
			return { name: `${key}.surveyjs.json`, bytes: json(survey), losses };
		}
		case 'lss': {
			const { losses, ...file } = writeLss(definition);
			return { name: `${key}.lss`, bytes: bytesOf(writeLssFile(file)), losses };
		}
		case 'xlsform': {
			const { sheets, losses } = writeXlsForm(definition);
			return { name: `${key}.xlsx`, bytes: await writeWorkbook(sheets), losses };
		}
	}
}
