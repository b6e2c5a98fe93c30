import type { Output } from '#shared/contract/calls.ts';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';

type Sending = Output<'asked.rates'>['sendings'][number];

/** A sending in words: its day, what it was, to how many, and the formats it was made in. */
export function useSendingWords(): (sending: Sending) => string {
	const { asked: text } = useText();
	const language = useLanguage();
	return ({ day, kind, forms, people }) =>
		text.sentOn(
			formatDate(day, language),
			text.sendPage.kinds[kind],
			text.people(people, formatNumber(people, language)),
			forms.map((form) => text.formNames[form]).join(', '),
		);
}
