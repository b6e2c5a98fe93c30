import type { LossGroup } from '#shared/domain/instrument/exchange/group-losses.ts';
import type { Messages } from './messages.ts';

/** What was lost, in words: where, and what. */
export function lossText({ kind, at, detail }: LossGroup, { exchange }: Pick<Messages, 'exchange'>): string {
	const own = kind === 'setting' && Object.hasOwn(exchange.settings, detail) ? exchange.settings[detail] : undefined;
	return `${exchange.lossAt(at.join(', '))}${exchange.loss[kind](own ?? detail)}`;
}
