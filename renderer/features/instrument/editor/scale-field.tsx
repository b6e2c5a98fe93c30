import { Button, Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import type { Language } from '#shared/contract/basics.ts';
import type { Scale } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../../api/use-call.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { TextField } from './text-field.tsx';

/** What a scale is called: its name, else its ends. */
export function scaleName(scale: Scale, language: Language): string {
	if (scale.title) return inLanguage(scale.title, language);
	const points = scale.options.filter((one) => !one.missing);
	const [first, last] = [points[0], points.at(-1)].map((one) => (one ? inLanguage(one.label, language) : ''));
	return first || last ? `${first} – ${last} (${points.length})` : scale.id;
}

const fresh = ':new';
const ready = ':ready:';

/** Which scale an item has, with the scale itself to change. */
export function ScaleField({ item }: { item: { uid: string; scale: string } }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument, edit } = useEditor();
	const { fields } = text;
	const library = useCall('instrument.scales', {}).data?.scales ?? [];
	const scale = instrument.scales.find((one) => one.id === item.scale);
	const uses = instrument.items.filter((one) => 'scale' in one && one.scale === item.scale).length;
	const choose = (id: string) => {
		if (id === fresh) void edit({ do: 'addScale', options: [{ label: {} }, { label: {} }], item: item.uid });
		else if (id.startsWith(ready)) {
			const given = library.find((one) => one.id === id.slice(ready.length));
			if (given) void edit({ do: 'addScale', given, item: item.uid });
		} else void edit({ do: 'set', item: item.uid, set: { scale: id } });
	};
	return (
		<div className={styles.group}>
			<NativeSelect
				label={fields.scale}
				value={scale ? scale.id : ''}
				onChange={(event) => choose(event.currentTarget.value)}
				data={[
					...(scale ? [] : [{ value: '', label: item.scale }]),
					{
						group: fields.ownScales,
						items: [
							...instrument.scales.map((one) => ({ value: one.id, label: scaleName(one, language) })),
							{ value: fresh, label: fields.newScale },
						],
					},
					{
						group: text.library.label,
						items: library.map((one) => ({ value: `${ready}${one.id}`, label: inLanguage(one.title, language) })),
					},
				]}
			/>
			{scale && uses > 1 && (
				<p className={styles.hint}>
					{fields.scaleShared(uses)}{' '}
					<Button
						size="xs"
						variant="subtle"
						onClick={() => void edit({ do: 'addScale', copyOf: scale.id, item: item.uid })}
					>
						{fields.ownScale}
					</Button>
				</p>
			)}
			{scale && <ScaleEditor scale={scale} />}
		</div>
	);
}

/** A scale: its points, which of them show their label, and whether they show their number. */
export function ScaleEditor({ scale, named = false }: { scale: Scale; named?: boolean }) {
	const { editor: text } = useText();
	const { edit } = useEditor();
	const { fields } = text;
	const set = (change: Parameters<typeof setOf>[0]) => edit(setOf(change));
	const setOf = (change: { title?: Record<string, string>; labels?: 'all' | 'ends'; numbered?: boolean }) =>
		({ do: 'setScale', scale: scale.id, set: change }) as const;
	return (
		<>
			{named && <TextField label={fields.scaleName} value={scale.title} save={(title) => set({ title })} />}
			<OptionsEditor of={{ scale: scale.id }} options={scale.options} kind="scale" />
			<SegmentedControl
				aria-label={fields.labels}
				value={scale.labels ?? 'all'}
				onChange={(labels) => void set({ labels: labels === 'ends' ? 'ends' : 'all' })}
				data={[
					{ value: 'all', label: fields.labelsAll },
					{ value: 'ends', label: fields.labelsEnds },
				]}
			/>
			<Checkbox
				label={fields.numbered}
				checked={scale.numbered ?? false}
				onChange={(event) => void set({ numbered: event.currentTarget.checked })}
			/>
		</>
	);
}
