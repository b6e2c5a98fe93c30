import { Fragment } from 'react';
import { digitOf } from '#shared/domain/instrument/digit.ts';
import { limitWords } from '#shared/domain/instrument/limits.ts';
import type { Option } from '#shared/domain/instrument/model.ts';
import { countProblem, switchChoice } from '#shared/domain/instrument/validate.ts';
import { problemText, respondentWords } from '#shared/i18n/respondent.ts';
import type { FieldProps } from './field-props.ts';
import optionsStyles from './options.module.css';
import { OtherWords } from './other-words.tsx';
import styles from './respondent.module.css';

/** Options of which one or several are chosen. Native radio buttons and checkboxes: every reader knows them. */
export function ChoiceField(props: FieldProps) {
	const { question, value, onChange, language, other, say } = props;
	const several = question.type === 'multiple';
	const chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
	const choose = (option: string, on: boolean) => {
		if (!several) return onChange(option);
		const next = switchChoice(question, chosen, option, on);
		onChange(next.length > 0 ? next : undefined);
	};
	const problem = several ? countProblem(question, chosen) : null;
	// Too few is nothing wrong while one still chooses.
	const told = problem && problem.kind !== 'too-few' ? problemText(problem, language) : '';
	const limits = several ? limitText(props) : '';
	return (
		<>
			{limits && <p className={styles.hint}>{limits}</p>}
			<div className={optionsStyles.options}>
				{question.options.map((option, index) => (
					<Fragment key={option.value}>
						<OptionLabel
							{...{ option, index, say }}
							type={several ? 'checkbox' : 'radio'}
							name={props.fieldId}
							checked={chosen.includes(option.value)}
							digits={props.digits}
							apart={Boolean(option.missing || (several && option.exclusive))}
							onChange={(on) => choose(option.value, on)}
						/>
						{option.other && other && <OtherWords {...other} {...{ language, say }} label={option.label} />}
					</Fragment>
				))}
			</div>
			{several && (
				<p className={styles.told} role="status">
					{told}
				</p>
			)}
		</>
	);
}

function limitText({ question, language }: FieldProps): string {
	const { item } = question;
	if (item.type !== 'multiple') return '';
	const { hint } = respondentWords[language];
	return limitWords(item, { between: hint.chooseBetween, atLeast: hint.chooseAtLeast, atMost: hint.chooseAtMost });
}

interface OptionLabelProps extends Pick<FieldProps, 'say' | 'digits'> {
	option: Option;
	index: number;
	type: 'radio' | 'checkbox';
	name: string;
	checked: boolean;
	/** Set off from the options before it. */
	apart: boolean;
	/** Its number on the scale, where that is shown. */
	number?: number | undefined;
	onChange: (on: boolean) => void;
}

/** One option as a box to press: the whole of it chooses. */
export function OptionLabel({
	option,
	index,
	type,
	name,
	checked,
	digits,
	apart,
	number,
	say,
	onChange,
}: OptionLabelProps) {
	const digit = digits ? digitOf(index) : '';
	return (
		<label className={optionsStyles.option} data-checked={checked || undefined} data-apart={apart || undefined}>
			<input
				type={type}
				name={name}
				value={option.value}
				checked={checked}
				onChange={(event) => onChange(event.currentTarget.checked)}
				data-digit={digitOf(index) || undefined}
			/>
			<span className={optionsStyles.optionLabel}>
				{number !== undefined && !digit && <span className={optionsStyles.pointNumber}>{number} </span>}
				{say(option.label)}
			</span>
			{digit && (
				<kbd className={optionsStyles.digit} aria-hidden>
					{digit}
				</kbd>
			)}
		</label>
	);
}
