import { digitOf } from '#shared/domain/instrument/digit.ts';
import { OptionLabel } from './choice-field.tsx';
import { type FieldProps, partsOfScale } from './field-props.ts';
import optionsStyles from './options.module.css';
import { Points } from './points.tsx';

type ScaleProps = Pick<FieldProps, 'question' | 'scale' | 'fieldId' | 'value' | 'onChange' | 'say' | 'digits'>;

/** A point of a scale is chosen: each with its words, or a row with words at the ends. What stands outside the scale is set apart. */
export function ScaleField({ question, scale, fieldId, value, onChange, say, digits }: ScaleProps) {
	const { points, outside } = partsOfScale(question.options);
	const first = points[0]?.option;
	const last = points[points.length - 1]?.option;
	const byEnds = scale?.labels === 'ends' && first && last;
	const label = ({ option, index }: (typeof points)[number], number?: number) => (
		<OptionLabel
			key={option.value}
			{...{ option, index, say, digits, number }}
			type="radio"
			name={fieldId}
			checked={value === option.value}
			apart={false}
			onChange={() => onChange(option.value)}
		/>
	);
	return (
		<>
			{byEnds ? (
				<Points
					name={fieldId}
					chosen={typeof value === 'string' ? value : undefined}
					onChoose={onChange}
					ends={[say(first.label), say(last.label)]}
					points={points.map(({ option, index }, at) => ({
						value: option.value,
						drawn: scale.numbered || digits ? at + 1 : '',
						name: scale.numbered ? `${at + 1}, ${say(option.label)}` : say(option.label),
						digit: digitOf(index),
					}))}
				/>
			) : (
				<div className={optionsStyles.options} data-scale>
					{points.map((one, at) => label(one, scale?.numbered ? at + 1 : undefined))}
				</div>
			)}
			{outside.length > 0 && <div className={optionsStyles.outside}>{outside.map((one) => label(one))}</div>}
		</>
	);
}
