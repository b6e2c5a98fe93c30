import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { conditionWords } from '#shared/domain/instrument/condition-words.ts';
import { itemTypes } from '#shared/domain/instrument/edit/item-types.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Instrument, Item, ItemType } from '#shared/domain/instrument/model.ts';
import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import { problemTexts } from '#shared/i18n/problem-text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { useEditor } from '../editor/editor-context.tsx';
import { ItemPane } from '../editor/item-pane.tsx';
import { MendMenu } from '../editor/mend-menu.tsx';
import { scaleName } from '../editor/scale-field.tsx';
import { Questionnaire } from '../respondent/questionnaire.tsx';
import styles from './read.module.css';

interface ReviewRowProps {
	item: Item;
	/** What was guessed of it, and why. */
	notes: readonly string[];
	problems: readonly InstrumentProblem[];
	open: boolean;
	onOpen: (uid: string | null) => void;
	onRemoved: (item: Item) => void;
}

/** One question that was read: what it was taken for, correctable, beside how a respondent sees it. */
export function ReviewRow({ item, notes, problems, open, onOpen, onRemoved }: ReviewRowProps) {
	const { exchange: text, editor } = useText();
	const language = useLanguage();
	const { instrument, questions, languages, edit } = useEditor();
	const uid = uidOf(item);
	const { id } = item;
	const remove = async () => {
		if (await edit({ do: 'remove', items: [uid] })) onRemoved(item);
	};
	const scale = 'scale' in item ? item.scale : null;
	return (
		<li className={styles.row} data-item={uid} aria-label={shortName(item, language) || editor.types[item.type]}>
			<div className={styles.facts}>
				<div className={styles.rowHead}>
					<span className={styles.number}>{id}</span>
					{open ? (
						<span className={styles.grow} />
					) : (
						<NativeSelect
							className={styles.grow}
							aria-label={text.itemType(id)}
							value={item.type}
							onChange={(event) => void edit({ do: 'retype', item: uid, type: event.currentTarget.value as ItemType })}
							data={itemTypes.map((type) => ({ value: type, label: editor.types[type] }))}
						/>
					)}
					<Button
						size="sm"
						aria-expanded={open}
						aria-label={open ? undefined : text.changeNamed(id)}
						leftSection={
							open ? (
								<IconCheck size={16} stroke={1.8} aria-hidden />
							) : (
								<IconPencil size={16} stroke={1.6} aria-hidden />
							)
						}
						onClick={() => onOpen(open ? null : uid)}
					>
						{open ? text.changed : text.change}
					</Button>
					{!open && (
						<>
							<MendMenu item={item} />
							<ActionIcon aria-label={text.skipNamed(id)} title={text.skipNamed(id)} onClick={() => void remove()}>
								<IconX size={17} stroke={1.6} aria-hidden />
							</ActionIcon>
						</>
					)}
				</div>
				{!open && scale !== null && (
					<div className={styles.rowHead}>
						<NativeSelect
							className={styles.grow}
							aria-label={text.itemScale(id)}
							value={scale}
							onChange={(event) => void edit({ do: 'set', item: uid, set: { scale: event.currentTarget.value } })}
							data={instrument.scales.map((one) => ({ value: one.id, label: scaleName(one, language) }))}
						/>
						<Button
							size="sm"
							variant="subtle"
							aria-label={text.turnNamed(id)}
							onClick={() => void edit({ do: 'turnScale', item: uid })}
						>
							{text.turn}
						</Button>
					</div>
				)}
				{!open && item.shownIf && (
					<p className={styles.note}>
						{text.shownIf(conditionWords(item.shownIf, questions, language))}{' '}
						<Button
							size="compact-sm"
							variant="subtle"
							aria-label={text.dropConditionNamed(id)}
							onClick={() => void edit({ do: 'set', item: uid, set: { shownIf: null } })}
						>
							{text.dropCondition}
						</Button>
					</p>
				)}
				{notes.map((note) => (
					<p key={note} className={styles.note}>
						{note}
					</p>
				))}
				{problems.map((one) => (
					<p key={`${one.kind} ${one.value}`} className={styles.problem}>
						{problemTexts[language][one.kind](one.value)}
					</p>
				))}
				{open && (
					<div className={styles.fields}>
						<ItemPane
							item={item}
							focusText
							onFocused={() => {}}
							onDuplicate={() => void edit({ do: 'duplicate', items: [uid] })}
							onRemove={() => void remove()}
						/>
					</div>
				)}
			</div>
			<div className={styles.preview} inert>
				<div className={styles.seen} data-asked={item.type !== 'section' || undefined}>
					<Preview item={item} instrument={instrument} language={languages[0] ?? 'sv'} />
				</div>
			</div>
		</li>
	);
}

/** Drawn anew only when what it shows is another: a long questionnaire has hundreds of them. */
const Preview = memo(
	function Preview({ item, instrument, language }: { item: Item; instrument: Instrument; language: 'sv' | 'en' }) {
		const only = item.type === 'section' ? { section: item, items: [] } : { section: null, items: [item] };
		return (
			<Questionnaire
				instrument={instrument}
				answers={{}}
				onChange={() => {}}
				language={language}
				only={only}
				level={3}
			/>
		);
	},
	(before, after) => {
		const shown = ({ item, instrument, language }: { item: Item; instrument: Instrument; language: string }) =>
			JSON.stringify([item, 'scale' in item && instrument.scales.find((one) => one.id === item.scale), language]);
		return shown(before) === shown(after);
	},
);
