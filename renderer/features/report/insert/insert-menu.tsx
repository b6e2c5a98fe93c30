import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import {
	type BlockName,
	blockNames,
	blockSpecs,
	type KeySpec,
	type ValueName,
	valueNames,
	valueSpecs,
} from '#shared/domain/report/specs.ts';
import { writeBlock, writeValue } from '#shared/domain/report/values.ts';
import { useText } from '../../../app/text.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { InsertForm } from './insert-form.tsx';

type Chosen = { what: 'block'; name: BlockName } | { what: 'value'; name: ValueName };

/** Everything that can be put in from the project. What needs no choice is put in at once. */
export function InsertMenu({
	language,
	insertBlock,
	insertValue,
}: {
	/** Of the report: what items are called in the pickers. */
	language: Language;
	insertBlock: (source: string) => void;
	insertValue: (source: string) => void;
}) {
	const { report } = useText();
	const words = report.screen;
	const [chosen, setChosen] = useState<Chosen | null>(null);
	const keys: Record<string, KeySpec> = chosen
		? chosen.what === 'block'
			? blockSpecs[chosen.name].keys
			: valueSpecs[chosen.name]
		: {};

	const choose = (one: Chosen) => {
		const needs = one.what === 'value' || Object.values<KeySpec>(blockSpecs[one.name].keys).some((key) => key.required);
		if (needs) setChosen(one);
		else if (one.what === 'block') insertBlock(writeBlock(one.name, {}));
	};
	const put = (entries: Record<string, string>) => {
		if (chosen?.what === 'block') insertBlock(writeBlock(chosen.name, entries));
		if (chosen?.what === 'value') {
			insertValue(writeValue(chosen.name, chosen.name === 'ref' ? { 0: entries.id ?? '' } : entries));
		}
		setChosen(null);
	};

	return (
		<>
			<Menu position="bottom-start" width={280} returnFocus={false}>
				<Menu.Target>
					<Button leftSection={<IconPlus size={17} stroke={1.6} />}>{words.insert}</Button>
				</Menu.Target>
				<Menu.Dropdown style={{ maxHeight: '70vh', overflowY: 'auto' }}>
					<Menu.Label>{words.insertBlock}</Menu.Label>
					{blockNames.map((name) => (
						<Menu.Item key={name} onClick={() => choose({ what: 'block', name })}>
							{report.blocks[name]}
						</Menu.Item>
					))}
					<Menu.Label>{words.insertValue}</Menu.Label>
					{valueNames.map((name) => (
						<Menu.Item key={name} onClick={() => choose({ what: 'value', name })}>
							{report.values[name]}
						</Menu.Item>
					))}
				</Menu.Dropdown>
			</Menu>
			{chosen && (
				<Dialog
					onClose={() => setChosen(null)}
					title={chosen.what === 'block' ? report.blocks[chosen.name] : report.values[chosen.name]}
				>
					<InsertForm key={chosen.name} keys={keys} language={language} submit={put} />
				</Dialog>
			)}
		</>
	);
}
