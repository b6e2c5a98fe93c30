import type { Analysis } from '#shared/domain/results/model.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';

/** How many answered of those invited, how many are in several groups, and what makes the rate doubtful. */
export function WhoAnswered({ analysis, inSeveral }: { analysis: Analysis; inSeveral: number }) {
	const { page, sentence } = useText().results;
	const language = useLanguage();
	const { answered, invited, responseRate, partial } = analysis;
	const number = (value: number) => formatNumber(value, language);
	const rate = responseRate === null ? '' : ` (${formatPercent(responseRate, language)})`;
	const counted = invited ? page.answeredOf(number(answered), number(invited)) : page.answered(number(answered));
	const several = inSeveral > 0 ? `, ${page.inSeveral(sentence.numberWord(inSeveral))}` : '';
	return (
		<>
			<p>
				{counted}
				{rate}
				{several}
			</p>
			{partial > 0 && <p>{page.partial(partial)}.</p>}
			{!invited && <p>{page.invitedUnknown}</p>}
			{invited !== null && invited > 0 && answered > invited && <p>{page.more}</p>}
		</>
	);
}
