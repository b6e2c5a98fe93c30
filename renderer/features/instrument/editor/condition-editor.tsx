import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import {
	asGroup,
	firstLeaf,
	fromGroup,
	fromParts,
	type GroupKind,
	leafParts,
	type Operator,
	operatorsFor,
} from '#shared/domain/instrument/condition-builder.ts';
import type { Condition } from '#shared/domain/instrument/model.ts';
import { optionName } from '#shared/domain/instrument/option-name.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { NumberField } from './number-field.tsx';

interface ConditionEditorProps {
	condition: Condition;
	/** Those it may be about. */
	questions: readonly Question[];
	/** Null where nothing is left of it. */
	onChange: (condition: Condition | null) => Promise<unknown>;
	/** Where it stands among its siblings, from 1; empty for the whole. */
	path?: string;
}

/** A condition built by picking: groups of which all, any or none must hold, and in them comparisons of earlier answers. */
export function ConditionEditor({ condition, questions, onChange, path = '' }: ConditionEditorProps) {
	const { editor: text } = useText();
	const words = text.condition;
	const group = asGroup(condition) ?? { kind: 'all' as GroupKind, parts: [condition] };
	const number = (index: number) => `${path}${index + 1}`;
	const put = (parts: readonly Condition[], kind: GroupKind = group.kind) => onChange(fromGroup({ kind, parts }));
	const replace = (index: number, next: Condition | null) =>
		put(next ? group.parts.with(index, next) : group.parts.toSpliced(index, 1));
	const begin = firstLeaf(questions);
	return (
		<fieldset className={styles.conditionGroup} data-inner={path !== '' || undefined}>
			<legend className="visually-hidden">{path === '' ? words.groupLabel : words.group(path)}</legend>
			<NativeSelect
				aria-label={path === '' ? words.groupLabel : words.group(path)}
				className={styles.short}
				value={group.kind}
				onChange={(event) => void put(group.parts, event.currentTarget.value as GroupKind)}
				data={(['all', 'any', 'none'] as const).map((kind) => ({ value: kind, label: words[kind] }))}
			/>
			{group.parts.map((part, index) => (
				<div key={number(index)} className={styles.conditionPart}>
					{asGroup(part) ? (
						<ConditionEditor
							condition={part}
							questions={questions}
							onChange={(next) => replace(index, next)}
							path={`${number(index)}.`}
						/>
					) : (
						<LeafEditor
							leaf={part}
							questions={questions}
							number={number(index)}
							onChange={(next) => replace(index, next)}
						/>
					)}
					<ActionIcon
						aria-label={words.removeLeaf(number(index))}
						title={words.removeLeaf(number(index))}
						onClick={() => void replace(index, null)}
					>
						<IconX size={16} stroke={1.6} aria-hidden />
					</ActionIcon>
				</div>
			))}
			{begin && (
				<div className={styles.buttons}>
					<Button
						size="xs"
						leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />}
						onClick={() => void put([...group.parts, begin])}
					>
						{words.addLeaf}
					</Button>
					<Button
						size="xs"
						variant="subtle"
						onClick={() => void put([...group.parts, group.kind === 'all' ? { any: [begin] } : { all: [begin] }])}
					>
						{words.addGroup}
					</Button>
				</div>
			)}
		</fieldset>
	);
}

interface LeafEditorProps {
	leaf: Condition;
	questions: readonly Question[];
	number: string;
	onChange: (leaf: Condition) => Promise<unknown>;
}

function LeafEditor({ leaf, questions, number, onChange }: LeafEditorProps) {
	const { editor: text } = useText();
	const language = useLanguage();
	const words = text.condition;
	const { questions: all } = useEditor();
	const parts = leafParts(leaf, all);
	if (!parts) return null;
	/** What it is about, though it may stand where it must not be asked about: it is then told so, and can still be read. */
	const known = all.find((one) => one.id === parts.item);
	const isAllowed = questions.some((one) => one.id === parts.item);
	const change = (next: Partial<typeof parts>) => onChange(fromParts({ ...parts, ...next }, all));
	const named = (one: Question) => `${one.id} · ${shortName(one, language)}`.slice(0, 90);
	const chosen = new Set(parts.values);
	const isNumber = ['chosenAtLeast', 'atLeast', 'atMost'].includes(parts.operator);
	return (
		<div className={styles.leaf}>
			<NativeSelect
				aria-label={words.which(number)}
				value={parts.item}
				onChange={(event) => {
					const chosenOne = questions.find((one) => one.id === event.currentTarget.value);
					const first = firstLeaf(chosenOne ? [chosenOne] : []);
					if (first) void onChange(first);
				}}
				data={[
					...(isAllowed
						? []
						: [{ value: parts.item, label: known ? words.later(named(known).slice(0, 70)) : words.gone(parts.item) }]),
					...questions.map((one) => ({ value: one.id, label: named(one) })),
				]}
			/>
			<NativeSelect
				aria-label={words.how(number)}
				value={parts.operator}
				onChange={(event) => void change({ operator: event.currentTarget.value as Operator })}
				data={(known ? operatorsFor(known) : [parts.operator]).map((one) => ({
					value: one,
					label: words.operators[one],
				}))}
			/>
			{isNumber && (
				<NumberField
					label={words.value(number)}
					hiddenLabel
					optional={false}
					whole={parts.operator === 'chosenAtLeast'}
					value={parts.number}
					save={(value) => change({ number: value ?? 1 })}
				/>
			)}
			{parts.values.length > 0 && known && (
				<fieldset className={styles.leafOptions}>
					<legend className="visually-hidden">{words.value(number)}</legend>
					{known.options.map((option) => (
						<Checkbox
							key={option.value}
							size="xs"
							label={optionName(known.options, option.value, language)}
							checked={chosen.has(option.value)}
							onChange={() => {
								const values = known.options
									.map((one) => one.value)
									.filter((value) => (value === option.value ? !chosen.has(value) : chosen.has(value)));
								if (values.length > 0) void change({ values });
							}}
						/>
					))}
				</fieldset>
			)}
		</div>
	);
}
