import { respondentWords } from '#shared/i18n/respondent.ts';
import type { FieldProps } from './field-props.ts';
import { Points } from './points.tsx';
import { Face, Star } from './rating-pictures.tsx';

/** Whole numbers in a row with words at both ends: as numbers, faces or stars. Whatever is drawn, the number is read out. */
export function RatingField({ question, fieldId, value, onChange, language, say }: FieldProps) {
	const { item } = question;
	if (item.type !== 'rating') return null;
	const { min, max, look = 'numbers' } = item;
	const words = respondentWords[language];
	const ends = [item.minLabel, item.maxLabel].map((label) => (label ? say(label) : ''));
	const nameOf = (number: number) => {
		const name =
			look === 'stars' ? words.stars(number, max) : look === 'faces' ? words.faces(number, max) : String(number);
		const end = number === min ? ends[0] : number === max ? ends[1] : '';
		return end ? `${name}, ${end}` : name;
	};
	return (
		<Points
			name={fieldId}
			chosen={value === undefined ? undefined : String(value)}
			onChoose={(chosen) => onChange(Number(chosen))}
			ends={[ends[0] ?? '', ends[1] ?? '']}
			bare={look !== 'numbers'}
			points={Array.from({ length: max - min + 1 }, (_, index) => min + index).map((number) => ({
				value: String(number),
				drawn:
					look === 'stars' ? (
						<Star filled={typeof value === 'number' && number <= value} />
					) : look === 'faces' ? (
						<Face mood={max === min ? 0.5 : (number - min) / (max - min)} />
					) : (
						number
					),
				name: nameOf(number),
				digit: String(number),
			}))}
		/>
	);
}
