import { Button, Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { codePath } from '#shared/domain/report/filling.ts';
import type { KeySpec } from '#shared/domain/report/specs.ts';
import type { Messages } from '#shared/i18n/messages.ts';
import { useCall } from '../../../api/use-call.ts';
import { useText } from '../../../app/text.tsx';
import styles from '../report.module.css';

interface Option {
	value: string;
	label: string;
}

/** The keys of a block or value as fields, with pickers of what the project has. */
export function InsertForm({
	keys,
	language,
	submit,
}: {
	keys: Record<string, KeySpec>;
	language: Language;
	submit: (entries: Record<string, string>) => void;
}) {
	const words = useText().report.screen;
	const [entries, setEntries] = useState<Record<string, string>>({});
	const options = useOptions(entries.round ?? '', language, words);
	const missing = Object.entries(keys).some(([key, spec]) => spec.required && !entries[key]);
	const send = (event: FormEvent) => {
		event.preventDefault();
		if (!missing) submit(Object.fromEntries(Object.keys(keys).map((key) => [key, entries[key] ?? ''])));
	};
	return (
		<form onSubmit={send} className={styles.form}>
			{Object.entries(keys).map(([key, spec]) => (
				<Field
					key={key}
					name={key}
					spec={spec}
					value={entries[key] ?? ''}
					options={options(key, spec)}
					change={(value) => setEntries((now) => ({ ...now, [key]: value }))}
				/>
			))}
			<div>
				<Button type="submit" variant="filled" disabled={missing}>
					{words.insert}
				</Button>
			</div>
		</form>
	);
}

function Field({
	name,
	spec,
	value,
	options,
	change,
}: {
	name: string;
	spec: KeySpec;
	value: string;
	options: Option[] | null;
	change: (value: string) => void;
}) {
	const words = useText().report.screen;
	const label = words.keys[name as keyof typeof words.keys] ?? name;
	const required = spec.required ?? false;
	if (spec.kind === 'yes') {
		return (
			<Checkbox
				label={label}
				checked={value === 'yes'}
				onChange={(event) => change(event.currentTarget.checked ? 'yes' : '')}
			/>
		);
	}
	if (!options) {
		return (
			<TextInput
				label={label}
				required={required}
				value={value}
				onChange={(event) => change(event.currentTarget.value)}
			/>
		);
	}
	if (spec.kind === 'items' || spec.kind === 'rounds' || spec.several) {
		const separator = spec.kind === 'rounds' ? ' | ' : ', ';
		return (
			<MultiSelect
				label={label}
				required={required}
				data={options}
				searchable
				value={value === '' ? [] : value.split(separator)}
				onChange={(chosen) => change(chosen.join(separator))}
			/>
		);
	}
	return (
		<NativeSelect
			label={label}
			required={required}
			value={value}
			data={[{ value: '', label: words.choose }, ...options]}
			onChange={(event) => change(event.currentTarget.value)}
		/>
	);
}

/** What a key may be chosen among; null for those that are written. */
function useOptions(roundName: string, language: Language, words: Messages['report']['screen']) {
	const rounds = useCall('round.list', {}).data ?? [];
	const codes = useCall('code.list', {}).data ?? [];
	const instruments = useCall('instrument.list', {}).data ?? [];
	const round = rounds.find((one) => one.name === roundName);
	const items =
		useCall('results.analyse', { roundId: round?.id ?? 1, language }, { enabled: Boolean(round) }).data?.items ?? [];
	const same = (name: string): Option => ({ value: name, label: name });
	const asOption = ({ id, label }: { id: string; label: string }): Option => ({ value: id, label: `${id}. ${label}` });
	const choice = (one: string) => words.choices[one as keyof typeof words.choices] ?? one;
	const doubled = (name: string) => codes.filter((one) => one.name === name).length > 1;
	return (key: string, spec: KeySpec): Option[] | null => {
		switch (spec.kind) {
			case 'round':
			case 'rounds':
				return rounds.map((one) => same(one.name));
			case 'item':
				return items.filter((one) => one.options.length > 0 && one.type !== 'multiple').map(asOption);
			case 'items':
				return items.filter((one) => one.options.length > 0).map(asOption);
			case 'group':
				return items.filter((one) => one.type === 'single' || one.type === 'multiple').map(asOption);
			case 'code':
				return codes.map((one) => ({
					value: doubled(one.name) ? codePath(one, codes) : one.name,
					label: codePath(one, codes),
				}));
			case 'instrument':
				return [
					...new Map(
						instruments.map((one) => [one.key, { value: one.key, label: inLanguage(one.title, language) }]),
					).values(),
				];
			case 'choice':
				return (spec.choices ?? []).map((one) => ({
					value: one,
					label: key === 'order' && one === 'count' ? choice('count') : choice(one),
				}));
			default:
				return null;
		}
	};
}
