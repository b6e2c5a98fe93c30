import { Button, Menu, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSearch } from 'wouter';
import { type AskedStatus, askedStatus } from '#shared/domain/asked/model.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { call } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './asked.module.css';
import { AskedTable, type ListFilter } from './asked-table.tsx';
import { useChoices } from './use-choices.ts';

/** Rows fetched at a time when all are chosen. */
const page = 1000;

/** The list itself: searched, filtered by status and group (both in the address), and changed many at a time. */
export function AskedList({ roundId, actions }: { roundId: number; actions: ReactNode }) {
	const { asked: text } = useText();
	const language = useLanguage();
	const { showDone } = useNotes();
	const query = new URLSearchParams(useSearch());
	const [typed, setTyped] = useState('');
	const [search] = useDebouncedValue(typed.trim(), 200);
	const groups = useCall('asked.groups', { roundId }).data ?? [];
	const keysOpen = useCall('keys.status', {}).data?.state === 'open';
	const { run: setStatus } = useRun('asked.setStatus');
	const { run: remove } = useRun('asked.remove');
	const choices = useChoices();
	const status = askedStatus.safeParse(query.get('status')).data;
	const group = groups.find(({ id }) => String(id) === query.get('group'));
	const filter: ListFilter = {
		roundId,
		...(status ? { status } : {}),
		...(group ? { groupId: group.id } : {}),
		...(search ? { search } : {}),
	};
	const total = useCall('asked.list', { ...filter, limit: 1 }, { keep: true }).data?.total ?? 0;
	const shown = (n: number) => formatNumber(n, language);
	const change = (name: 'status' | 'group', value: string) => {
		if (value) query.set(name, value);
		else query.delete(name);
		navigate(`?${query}`, { replace: true });
	};
	const chooseAll = async () => {
		const ids: number[] = [];
		for (let offset = 0; offset < total; offset += page) {
			const { rows } = await call('asked.list', { ...filter, offset, limit: page });
			ids.push(...rows.map(({ id }) => id));
		}
		choices.choose(ids);
	};
	const put = async (ids: readonly number[], to: AskedStatus) => {
		const done = await setStatus({ ids: [...ids], status: to });
		// One is seen in its row.
		if (done && ids.length > 1)
			showDone(text.statusSet(ids.length, shown(ids.length), text.status[to]), text.undoTakesBack);
	};
	const drop = async () => {
		const ids = [...choices.chosen];
		const done = await remove({ ids });
		if (!done) return;
		choices.clear();
		showDone(text.removed(done.removed, shown(done.removed)), text.undoTakesBack);
	};
	const many = [...choices.chosen];
	return (
		<Section title={text.list} actions={actions}>
			<div className={styles.filters}>
				<TextInput
					label={text.search}
					placeholder={keysOpen ? text.searchOpen : text.searchClosed}
					value={typed}
					onChange={(event) => setTyped(event.currentTarget.value)}
				/>
				<NativeSelect
					label={text.statusFilter}
					value={status ?? ''}
					onChange={(event) => change('status', event.currentTarget.value)}
					data={[
						{ value: '', label: text.allStatuses },
						...askedStatus.options.map((value) => ({ value, label: text.status[value] })),
					]}
				/>
				{groups.length > 0 && (
					<NativeSelect
						label={text.groupFilter}
						value={group ? String(group.id) : ''}
						onChange={(event) => change('group', event.currentTarget.value)}
						data={[
							{ value: '', label: text.allGroups },
							...groups.map(({ id, name, people }) => ({ value: String(id), label: `${name} (${shown(people)})` })),
						]}
					/>
				)}
			</div>
			<div className={styles.chosen}>
				<span role="status">
					{text.found(total, shown(total))}
					{many.length > 0 && ` · ${text.chosen(many.length, shown(many.length))}`}
				</span>
				{total > 0 && (
					<Button size="xs" variant="subtle" onClick={() => void chooseAll()}>
						{text.chooseAll}
					</Button>
				)}
				{many.length > 0 && (
					<>
						<Menu position="bottom-start">
							<Menu.Target>
								<Button size="xs" rightSection={<IconChevronDown size={14} stroke={1.6} />}>
									{text.columns.status}
								</Button>
							</Menu.Target>
							<Menu.Dropdown>
								{askedStatus.options.map((value) => (
									<Menu.Item key={value} onClick={() => void put(many, value)}>
										{text.status[value]}
										<span className={styles.note}>{text.statusNote[value]}</span>
									</Menu.Item>
								))}
							</Menu.Dropdown>
						</Menu>
						<Button size="xs" onClick={() => void drop()}>
							{text.remove}
						</Button>
					</>
				)}
			</div>
			{total === 0 ? (
				<p className={styles.quiet}>
					{text.nobody} {!keysOpen && /\D/.test(search.trim()) && text.nobodyLocked}
				</p>
			) : (
				<AskedTable filter={filter} total={total} choices={choices} onStatus={put} />
			)}
			<div className={styles.keys}>
				<span>{text.keysHelp}</span>
				{askedStatus.options.map((value) => (
					<span key={value}>
						<kbd>{text.statusKeys[value]}</kbd> {text.status[value].toLowerCase()}
					</span>
				))}
			</div>
		</Section>
	);
}
