import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { itemTypes } from '#shared/domain/instrument/edit/item-types.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { ItemPatch } from '#shared/domain/instrument/edit/schema.ts';
import { itemIdPattern } from '#shared/domain/instrument/item-id.ts';
import type { Item, ItemType } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { SavedInput, SavedTextarea } from '../../../ui/saved-field.tsx';
import { ConditionField } from './condition-field.tsx';
import { DefaultField } from './default-field.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { MendMenu } from './mend-menu.tsx';
import { RepeatMenu } from './repeat-menu.tsx';
import { TextField } from './text-field.tsx';
import { TypeFields } from './type-fields.tsx';
import { ValidationField } from './validation-field.tsx';

interface ItemPaneProps {
	item: Item;
	/** Puts the focus in its text when it is first shown. */
	focusText: boolean;
	onFocused: () => void;
	onDuplicate: () => void;
	onRemove: () => void;
}

/** One item with every field its type has. Each is saved as it is changed. */
export function ItemPane({ item, focusText, onFocused, onDuplicate, onRemove }: ItemPaneProps) {
	const { editor: text } = useText();
	const { edit, choose } = useEditor();
	const field = useRef<HTMLTextAreaElement>(null);
	/** What was written in last, of what may repeat an answer. */
	const written = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
	const { fields } = text;
	const uid = uidOf(item);
	const set = (change: ItemPatch) => edit({ do: 'set', item: uid, set: change });
	useEffect(() => {
		if (!focusText) return;
		field.current?.focus();
		onFocused();
	}, [focusText, onFocused]);
	const asked = item.type !== 'section' && item.type !== 'info' ? item : null;
	const textLabel =
		item.type === 'section'
			? fields.sectionText
			: item.type === 'info'
				? fields.infoText
				: item.type === 'matrix'
					? fields.matrixText
					: fields.text;
	return (
		<div
			className={styles.fields}
			onFocusCapture={({ target }) => {
				if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
					if (target.dataset['repeats'] !== undefined) written.current = target;
			}}
		>
			<div className={styles.itemHead}>
				<NativeSelect
					label={fields.type}
					className={styles.grow}
					value={item.type}
					onChange={(event) => void edit({ do: 'retype', item: uid, type: event.currentTarget.value as ItemType })}
					data={itemTypes.map((type) => ({ value: type, label: text.types[type] }))}
				/>
				<SavedInput
					label={fields.number}
					className={styles.numberField}
					value={item.id}
					maxLength={32}
					wrong={(id) => (itemIdPattern.test(id) ? undefined : fields.numberWrong)}
					save={(id) => set({ id })}
				/>
				<MendMenu item={item} onMade={choose} />
				<ActionIcon aria-label={text.duplicate} title={`${text.duplicate} (Ctrl D)`} onClick={onDuplicate}>
					<IconCopy size={17} stroke={1.6} aria-hidden />
				</ActionIcon>
				<ActionIcon aria-label={text.remove} title={text.remove} onClick={onRemove}>
					<IconTrash size={17} stroke={1.6} aria-hidden />
				</ActionIcon>
			</div>
			<TextField
				label={textLabel}
				value={item.text}
				minRows={2}
				fieldRef={field}
				save={(words) => set({ text: words })}
				repeats
			/>
			<RepeatMenu item={item} field={() => (written.current?.isConnected ? written.current : field.current)} />
			{item.type !== 'info' && (
				<TextField label={fields.help} value={item.help} save={(help) => set({ help })} repeats />
			)}
			<TypeFields item={item} />
			{asked && (
				<div className={styles.checks}>
					<Checkbox
						label={fields.required}
						checked={asked.required ?? false}
						onChange={(event) => void set({ required: event.currentTarget.checked })}
					/>
					{(item.type === 'scale' || item.type === 'rating') && (
						<Checkbox
							label={fields.reverse}
							checked={item.reverse ?? false}
							onChange={(event) => void set({ reverse: event.currentTarget.checked })}
						/>
					)}
					<Checkbox
						label={fields.identifying}
						checked={asked.identifying ?? false}
						onChange={(event) => void set({ identifying: event.currentTarget.checked })}
					/>
				</div>
			)}
			<ConditionField item={item} />
			<details className={styles.more}>
				<summary>{fields.more}</summary>
				<div className={styles.fields}>
					{(item.type === 'scale' || item.type === 'rating') && <IndexField uid={uid} value={item.index} />}
					{asked && <DefaultField item={asked} />}
					{asked && <ValidationField item={asked} />}
					<TextField label={fields.short} value={item.short} save={(short) => set({ short })} />
					<SavedTextarea
						label={fields.comment}
						description={fields.commentHelp}
						maxLength={2000}
						minRows={2}
						value={item.comment ?? ''}
						save={(comment) => set({ comment })}
					/>
				</div>
			</details>
		</div>
	);
}

const fresh = ':new';

function IndexField({ uid, value }: { uid: string; value: string | undefined }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument, languages, edit } = useEditor();
	const [naming, setNaming] = useState(false);
	const { fields } = text;
	const indexes = instrument.indexes ?? [];
	const choose = (id: string) => {
		setNaming(id === fresh);
		if (id !== fresh) void edit({ do: 'set', item: uid, set: { index: id || null } });
	};
	return (
		<div className={styles.pair}>
			<NativeSelect
				label={fields.index}
				value={naming ? fresh : (value ?? '')}
				onChange={(event) => choose(event.currentTarget.value)}
				data={[
					{ value: '', label: fields.noIndex },
					...(value && !indexes.some((one) => one.id === value) ? [{ value, label: value }] : []),
					...indexes.map((one) => ({ value: one.id, label: inLanguage(one.title, language) || one.id })),
					{ value: fresh, label: fields.newIndex },
				]}
			/>
			{naming && (
				<SavedInput
					label={fields.indexName}
					autoFocus
					value=""
					save={async (name) => {
						setNaming(false);
						return edit({ do: 'addIndex', title: { [languages[0] ?? 'sv']: name }, item: uid });
					}}
				/>
			)}
		</div>
	);
}
