import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ComponentProps, useId, useMemo } from 'react';
import { missingTexts } from '#shared/domain/instrument/languages.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';
import { useText } from '../../../app/text.tsx';
import { AddMenu } from './add-menu.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { placeOfProblem } from './problems-menu.tsx';
import { Structure } from './structure.tsx';
import type { useChosen } from './use-chosen.ts';
import type { ItemEdits } from './use-item-edits.ts';

interface StructurePaneProps extends ComponentProps<typeof AddMenu> {
	/** What is shown and chosen. */
	choosing: ReturnType<typeof useChosen>;
	edits: ItemEdits;
	search: string;
	onSearch: (search: string) => void;
	/** As far as the checks have come. */
	settled: Instrument;
	problems: readonly InstrumentProblem[];
	onOpen: () => void;
}

/** The items in their order, to be found, chosen, moved and added to. */
export function StructurePane(props: StructurePaneProps) {
	const { choosing, edits, search, onSearch, settled, problems, onOpen, ...adding } = props;
	const { editor: text } = useText();
	const { instrument, choose } = useEditor();
	const helpId = useId();
	const { item, wanted, view, chosen } = choosing;
	const withProblem = useMemo(
		() => new Set(problems.flatMap((one) => placeOfProblem(settled, one) ?? [])),
		[settled, problems],
	);
	const withMissing = useMemo(() => new Set(missingTexts(settled).flatMap((one) => one.uid ?? [])), [settled]);
	return (
		<section className={styles.pane} data-is="structure" aria-label={text.structure}>
			<div className={styles.paneHead}>
				<AddMenu {...adding} />
				<Button title={text.about} aria-pressed={item === null && view === 'item'} onClick={() => choose(null)}>
					{text.details}
				</Button>
				<TextInput
					className={styles.find}
					aria-label={text.find}
					placeholder={text.find}
					leftSection={<IconSearch size={15} stroke={1.6} aria-hidden />}
					value={search}
					onChange={(event) => onSearch(event.currentTarget.value)}
					onKeyDown={(event) => event.key === 'Escape' && onSearch('')}
				/>
			</div>
			<div className={styles.paneBody}>
				<Structure
					search={search}
					current={wanted}
					chosen={chosen}
					onChosen={(uids, current) => choosing.choose(current, uids)}
					problems={withProblem}
					missing={withMissing}
					onMove={(uids, before) => void edits.move(uids, before)}
					onStep={edits.stepBy}
					onRemove={() => void edits.remove()}
					onOpen={onOpen}
					describedBy={helpId}
				/>
				<p id={helpId} className={`${styles.hint} ${styles.structureHelp}`} hidden={instrument.items.length === 0}>
					{text.structureHelp}
				</p>
			</div>
		</section>
	);
}
