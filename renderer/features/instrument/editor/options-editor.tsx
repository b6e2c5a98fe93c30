import { Button, Menu, Switch } from '@mantine/core';
import { IconCircle, IconSquare } from '@tabler/icons-react';
import { useState } from 'react';
import type { OptionPatch, OptionsOf } from '#shared/domain/instrument/edit/schema.ts';
import type { ItemType, Option } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { messages } from '#shared/i18n/messages.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { type Line, LineList } from './line-list.tsx';

interface OptionsEditorProps {
	of: OptionsOf;
	options: readonly Option[];
	/** What has them: the type of an item, or a scale. */
	kind: ItemType;
}

/** Whether stored values are shown; stays so from one question to the next. */
let valuesShown = false;

/** The options of an item, or the points of a scale with what stands outside it. */
export function OptionsEditor({ of, options, kind }: OptionsEditorProps) {
	const { editor: text } = useText();
	const { edit, languages } = useEditor();
	const { fields } = text;
	const isScale = 'scale' in of;
	const language = useLanguage();
	const [values, setValues] = useState(valuesShown);
	const set = (value: string, change: OptionPatch) => edit({ do: 'setOption', of, value, set: change });
	const flags: { flag: 'other' | 'exclusive' | 'missing'; label: string; offered: boolean }[] = [
		{ flag: 'other', label: fields.other, offered: !isScale },
		{ flag: 'exclusive', label: fields.exclusive, offered: kind === 'multiple' },
		{ flag: 'missing', label: fields.missing, offered: kind !== 'ranking' },
	];
	const name = isScale ? fields.point : fields.option;
	const wrongValue = (typed: string, own: string) =>
		typed === '' || typed.length > 64
			? fields.valueWrong
			: typed !== own && options.some((one) => one.value === typed)
				? fields.valueTaken
				: undefined;
	const lines = options.map(
		(option, index): Line => ({
			key: option.value,
			text: option.label,
			...(values
				? {
						value: {
							text: option.value,
							label: fields.valueOf(inLanguage(option.label, language).trim() || name(index + 1)),
							wrong: (typed) => wrongValue(typed, option.value),
							save: (typed) => set(option.value, { value: typed }),
						},
					}
				: {}),
			before: isScale ? (
				option.missing ? (
					'–'
				) : (
					index + 1
				)
			) : kind === 'multiple' ? (
				<IconSquare size={16} stroke={1.6} />
			) : kind === 'ranking' ? (
				index + 1
			) : (
				<IconCircle size={16} stroke={1.6} />
			),
			marks: flags
				.filter(({ flag }) => option[flag])
				.map(({ flag, label }) => (flag === 'missing' ? fields.outside : label)),
			menu: flags
				.filter(({ offered }) => offered)
				.map(({ flag, label }) => (
					<Menu.CheckboxItem
						key={flag}
						checked={option[flag] ?? false}
						closeMenuOnClick
						onChange={() => void set(option.value, { [flag]: !option[flag] })}
					>
						{label}
					</Menu.CheckboxItem>
				)),
		}),
	);
	const points = options.filter((one) => !one.missing).length;
	const addMissing = (key: 'dontKnow' | 'notApplicable') => {
		const label = Object.fromEntries(languages.map((one) => [one, messages[one].editor.outside[key]]));
		void edit({ do: 'addOptions', of, options: [{ label, missing: true }], at: options.length });
	};
	return (
		<div className={styles.group}>
			<h3 className={styles.groupTitle}>{isScale ? fields.points : fields.options}</h3>
			<LineList
				label={isScale ? fields.points : fields.options}
				name={name}
				hint={fields.pasteHint}
				lines={lines}
				saveText={(value, label) => set(value, { label })}
				add={(texts, at) => edit({ do: 'addOptions', of, options: texts.map((label) => ({ label })), at })}
				addLabel={isScale ? fields.addPoint : fields.addOption}
				addAt={isScale ? points : options.length}
				buttons={
					<>
						{kind !== 'ranking' && (
							<>
								<Button size="xs" onClick={() => addMissing('dontKnow')}>
									{fields.addDontKnow}
								</Button>
								<Button size="xs" onClick={() => addMissing('notApplicable')}>
									{fields.addNotApplicable}
								</Button>
							</>
						)}
						<Switch
							size="xs"
							className={styles.valuesSwitch}
							label={fields.showValues}
							checked={values}
							onChange={(event) => {
								valuesShown = event.currentTarget.checked;
								setValues(valuesShown);
							}}
						/>
					</>
				}
				move={(value, at) => edit({ do: 'moveOption', of, value, at })}
				remove={(value) => edit({ do: 'removeOption', of, value })}
			/>
			{values && <p className={styles.hint}>{fields.valuesHint}</p>}
		</div>
	);
}
