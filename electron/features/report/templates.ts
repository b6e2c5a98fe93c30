import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#shared/contract/basics.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readTemplate, type Template } from '#shared/domain/report/template.ts';

/** The templates in `resources/templates` in a language, the most complete first: files named `key.language.md`. */
export function listTemplates(resourcesFolder: string, language: Language): Template[] {
	const folder = join(resourcesFolder, 'templates');
	return readdirSync(folder)
		.flatMap((name) => {
			const match = /^([a-z0-9-]+)\.(sv|en)\.md$/.exec(name);
			return match?.[1] && match[2] === language
				? [readTemplate(match[1], readFileSync(join(folder, name), 'utf8'))]
				: [];
		})
		.sort((a, b) => a.order - b.order);
}

/** @throws AppError NOT_FOUND */
export function findTemplate(resourcesFolder: string, key: string, language: Language): Template {
	const found = listTemplates(resourcesFolder, language).find((one) => one.key === key);
	if (!found) throw new AppError('NOT_FOUND', { what: 'template', ref: key });
	return found;
}
