import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { languagesOf } from '#shared/domain/instrument/languages.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { fileName } from '#shared/domain/project/file-name.ts';
import type { AppTaskContext } from '../../core/handlers.ts';
import { writePaper } from '../../formats/paper/html.ts';
import { bundledInstrument, fromOutside } from './library.ts';

type Input = Parsed<'instrument.paper'>;

/** Prints a questionnaire. It may be unsound, as one that is being made is: what is there is printed. */
export async function printInstrument(context: AppTaskContext, input: Input): Promise<Output<'instrument.paper'>> {
	const { size = 'normal', intro = true, codes = true } = input;
	const { ports } = context;
	const { instrument, formId } = find(context, input.of);
	const language = input.language ?? languagesOf(instrument)[0] ?? 'sv';
	const { resourcesFolder } = ports;
	const html = writePaper(instrument, { language, size, intro, codes, formId, resourcesFolder });
	const title = inLanguage(instrument.title, language);
	const bytes = await ports.print({ html, title, language }, context);
	const { count } = await ports.runJob('report.pages', { name: title, pdf: bytes }, context);
	return { name: `${fileName(title, instrument.key)}.pdf`, bytes, pages: count, formId };
}

/** The form's mark: its key and version, and of a round the start of its identity, which stays the same in every copy of the project. */
function find(context: AppTaskContext, of: Input['of']): { instrument: Instrument; formId: string } {
	const marked = (instrument: Instrument, round = '') => ({
		instrument,
		formId: `${instrument.key}-${instrument.version}${round}`,
	});
	if ('definition' in of) return marked(fromOutside(of.definition, of.name));
	if ('key' in of) return marked(bundledInstrument(context.ports.resourcesFolder, of.key));
	if (!context.store) throw new AppError('NO_PROJECT', {});
	const { query } = context.project();
	if ('id' in of) return marked(query('instrument.get', of).definition);
	const round = query('round.get', { id: of.roundId });
	return marked(
		query('instrument.get', { id: round.instrumentId }).definition,
		`-${round.uid.slice(0, 4).toUpperCase()}`,
	);
}
