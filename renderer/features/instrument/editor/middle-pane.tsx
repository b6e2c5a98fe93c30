import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { useCall } from '../../../api/use-call.ts';
import { useText } from '../../../app/text.tsx';
import { AdvicePanel } from '../advice-panel.tsx';
import { DetailsPane } from './details-pane.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { ItemPane } from './item-pane.tsx';
import type { useChosen } from './use-chosen.ts';
import type { ItemEdits } from './use-item-edits.ts';
import { VersionsPanel } from './versions-panel.tsx';

interface MiddlePaneProps extends Pick<ReturnType<typeof useChosen>, 'item' | 'view'> {
	/** The questionnaire's row. */
	id: number;
	edits: ItemEdits;
	/** As far as the checks have come. */
	settled: Instrument;
	/** The item whose text takes the focus. */
	focusOn: string | null;
	onFocused: () => void;
}

/** The item that is chosen, or what is said of the whole, its versions, or advice on it. */
export function MiddlePane({ id, item, view, edits, settled, focusOn, onFocused }: MiddlePaneProps) {
	const { editor: text } = useText();
	const { instrument, choose } = useEditor();
	const rounds = useCall('round.list', {}).data?.filter((one) => one.instrumentId === id) ?? [];
	const labels = { advice: text.advice, versions: text.versions.label };
	const title = view !== 'item' ? labels[view] : item ? text.types[item.type] : text.details;
	return (
		<section className={styles.pane} data-is="item" aria-label={title}>
			<div className={styles.paneBody}>
				{view !== 'advice' && <h2 className={styles.paneTitle}>{title}</h2>}
				{rounds.length > 0 && view === 'item' && (
					<p className={styles.note}>{text.usedIn(rounds.map((one) => one.name).join(', '))}</p>
				)}
				{view === 'versions' ? (
					<VersionsPanel id={id} instrumentKey={instrument.key} />
				) : view === 'advice' ? (
					<AdvicePanel
						instrument={settled}
						invited={rounds.findLast((one) => one.invited !== null)?.invited ?? null}
						onJump={(itemId) => choose(instrument.items.findLast((one) => one.id === itemId)?.uid ?? itemId)}
						onDismiss={(advice) => void edits.setAside(advice)}
					/>
				) : item ? (
					<ItemPane
						key={uidOf(item)}
						item={item}
						focusText={focusOn === uidOf(item)}
						onFocused={onFocused}
						onDuplicate={() => void edits.duplicate()}
						onRemove={() => void edits.remove()}
					/>
				) : (
					<DetailsPane />
				)}
			</div>
		</section>
	);
}
