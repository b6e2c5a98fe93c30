import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Code } from '#shared/contract/code.ts';
import { dropOf, type Move, stepOf } from '#shared/domain/coding/moves.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useCommands } from '../../app/commands.tsx';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { CodeForm } from './code-form.tsx';
import { CodeTree } from './code-tree.tsx';
import styles from './codebook.module.css';

const steps: Record<string, 'up' | 'down' | 'in' | 'out'> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowRight: 'in',
	ArrowLeft: 'out',
};

/** The codebook: a tree that grows and is put in order here, with what each code means. */
export function CodebookPage() {
	const text = useText().code;
	const notes = useNotes();
	const list = useCall('code.list', {});
	const [params, setParams] = useSearchParams();
	const [search, setSearch] = useState('');
	const [name, setName] = useState('');
	const [spoken, setSpoken] = useState('');
	const newName = useRef<HTMLInputElement>(null);
	const codeName = useRef<HTMLInputElement>(null);
	const helpId = useId();
	const add = useRun('code.add').run;
	const move = useRun('code.move').run;
	const remove = useRun('code.remove').run;
	const codes = list.data ?? [];
	const chosen = codes.find((code) => code.id === Number(params.get('code')));

	const choose = (id: number | null) => setParams(id === null ? {} : { code: String(id) }, { replace: true });
	const moveTo = async (code: Code, to: Move | null) => {
		if (to && (await move({ id: code.id, ...to }))) setSpoken(text.moved(code.name));
	};
	const removeCode = async (code: Code) => {
		const beside = codes[codes.indexOf(code) - 1] ?? codes[codes.indexOf(code) + 1];
		if (!(await remove({ id: code.id }))) return;
		choose(beside && beside.id !== code.id ? beside.id : null);
		notes.showDone(text.removed(code.name), text.removedHelp);
	};
	const addCode = async (parentId: number | null) => {
		if (!name.trim()) {
			newName.current?.focus();
			return;
		}
		const done = await add({ name, parentId });
		if (!done) return;
		setName('');
		newName.current?.focus();
	};
	const onKey = (event: KeyboardEvent, code: Code) => {
		const step = event.altKey && event.shiftKey ? steps[event.key] : undefined;
		if (step) void moveTo(code, stepOf(codes, code.id, step));
		else if (event.key === 'F2') {
			choose(code.id);
			requestAnimationFrame(() => codeName.current?.select());
		} else if (event.key === 'Delete') void removeCode(code);
		else return false;
		return true;
	};
	const moving = (step: 'up' | 'down' | 'in' | 'out') => ({
		enabled: chosen !== undefined && stepOf(codes, chosen.id, step) !== null,
		run: () => chosen && void moveTo(chosen, stepOf(codes, chosen.id, step)),
		section: text.section,
	});
	useCommands([
		{ id: 'code.add', label: text.add, section: text.section, run: () => newName.current?.focus() },
		{ id: 'code.up', label: text.moveUp, shortcut: 'alt+shift+arrowup', yieldsToText: true, ...moving('up') },
		{ id: 'code.down', label: text.moveDown, shortcut: 'alt+shift+arrowdown', yieldsToText: true, ...moving('down') },
		{ id: 'code.in', label: text.moveIn, shortcut: 'alt+shift+arrowright', yieldsToText: true, ...moving('in') },
		{ id: 'code.out', label: text.moveOut, shortcut: 'alt+shift+arrowleft', yieldsToText: true, ...moving('out') },
		{
			id: 'code.remove',
			label: text.remove,
			section: text.section,
			enabled: chosen !== undefined,
			run: () => chosen && void removeCode(chosen),
		},
	]);

	if (!list.data)
		return <Page title={text.codebook}>{list.error ? <ErrorNote error={list.error} /> : <Loading />}</Page>;
	const codings = codes.reduce((sum, code) => sum + code.codings, 0);
	return (
		<Page
			title={text.codebook}
			subtitle={text.codebookSubtitle(codes.length, codings)}
			width="reading"
			detailsLabel={text.chosen}
			details={
				chosen ? (
					<CodeForm key={chosen.id} code={chosen} nameRef={codeName} onRemove={() => void removeCode(chosen)} />
				) : (
					codes.length > 0 && <p className={styles.quiet}>{text.choose}</p>
				)
			}
		>
			<form
				className={styles.add}
				onSubmit={(event) => {
					event.preventDefault();
					void addCode(null);
				}}
			>
				<TextInput
					ref={newName}
					className={styles.grow}
					aria-label={text.addName}
					placeholder={text.addName}
					maxLength={200}
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<Button type="submit" leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}>
					{text.addTop}
				</Button>
				{chosen && <Button onClick={() => void addCode(chosen.id)}>{text.addUnder(chosen.name)}</Button>}
			</form>
			{codes.length === 0 ? (
				<EmptyState title={text.none}>{text.noneText}</EmptyState>
			) : (
				<div className={styles.book}>
					<TextInput
						aria-label={text.search}
						placeholder={text.search}
						leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
						value={search}
						onChange={(event) => setSearch(event.currentTarget.value)}
					/>
					<CodeTree
						codes={codes}
						label={text.tree}
						search={search}
						chosen={chosen?.id ?? null}
						onChoose={(code) => choose(code.id)}
						onKey={onKey}
						onDrop={(moved, at, place) => {
							const code = codes.find((one) => one.id === moved);
							if (code) void moveTo(code, dropOf(codes, moved, at.id, place));
						}}
						describedBy={helpId}
					/>
					<p id={helpId} className={styles.help}>
						{text.treeHelp}
					</p>
				</div>
			)}
			<div className="visually-hidden" role="status">
				{spoken}
			</div>
		</Page>
	);
}
