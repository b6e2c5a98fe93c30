import type { LossGroup } from '#shared/domain/instrument/exchange/group-losses.ts';
import type { Messages } from './messages.ts';

/** What was lost, in words: where, and what. */
export function lossText({ kind, at, detail }: LossGroup, { exchange }: Pick<Messages, 'exchange'>): string {
	// A setting by its name, and what it was set to or of which option after it: "other: 5", "index i1".
	const [, name = '', rest = ''] = /^(\w+)(:? .*)?$/s.exec(detail) ?? [];
	const own =
		kind === 'setting' && Object.hasOwn(exchange.settings, name) ? `${exchange.settings[name]}${rest}` : detail;
	return `${exchange.lossAt(at.join(', '))}${exchange.loss[kind](own)}`;
}
