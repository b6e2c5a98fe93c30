import { z } from 'zod';
import { instrument } from './model.ts';

/** The published JSON Schema of a questionnaire file, made from the model: `resources/instruments/schema.json` is this, and a test holds it so. */
export function instrumentSchema(): Record<string, unknown> {
	const { $schema, ...rest } = z.toJSONSchema(instrument, { io: 'input' });
	return {
		$schema,
		title: 'Underlag questionnaire',
		description: 'One version of a questionnaire: its scales and its items in order, in Swedish and English.',
		...rest,
	};
}
