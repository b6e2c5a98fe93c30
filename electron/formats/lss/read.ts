import { AppError } from '#shared/contract/errors.ts';
import type { LssTables } from '#shared/domain/instrument/exchange/lss/survey.ts';
import { readXml, XmlError } from '../xml/read.ts';

/** The tables of a LimeSurvey structure file. @throws AppError IMPORT_UNREADABLE for what is none, or has entities of its own */
export function readLssTables(name: string, source: string): LssTables {
	try {
		const document = readXml(source);
		if (document.name !== 'document') throw new XmlError('another document');
		return new Map(
			document.children.map((table) => [
				table.name,
				(table.children.find((one) => one.name === 'rows')?.children ?? []).map(
					(row) => new Map(row.children.map((field) => [field.name, field.text])),
				),
			]),
		);
	} catch (error) {
		if (error instanceof XmlError)
			throw new AppError('IMPORT_UNREADABLE', { name, format: 'LimeSurvey (.lss)' }, error);
		throw error;
	}
}
