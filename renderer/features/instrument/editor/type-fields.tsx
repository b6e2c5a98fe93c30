import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { ItemPatch } from '#shared/domain/instrument/edit/schema.ts';
import { boundsHold } from '#shared/domain/instrument/limits.ts';
import type { Item } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { startProblem } from '#shared/domain/instrument/validate.ts';
import type { Messages } from '#shared/i18n/messages.ts';
import { useCall } from '../../../api/use-call.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { NumberField } from './number-field.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { RowsEditor } from './rows-editor.tsx';
import { ScaleField } from './scale-field.tsx';
import { TextField } from './text-field.tsx';

/** Ratings to be taken as they are: bounds, look and the words at the ends. */
function ReadyRating({ uid }: { uid: string }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { edit } = useEditor();
	const ratings = useCall('instrument.scales', {}).data?.ratings ?? [];
	const take = (id: string) => {
		const { min, max, look = 'numbers', minLabel, maxLabel } = ratings.find((one) => one.id === id) ?? {};
		if (min === undefined || max === undefined) return;
		void edit({ do: 'set', item: uid, set: { min, max, look, minLabel: minLabel ?? {}, maxLabel: maxLabel ?? {} } });
	};
	return (
		<NativeSelect
			label={text.library.rating}
			value=""
			onChange={(event) => take(event.currentTarget.value)}
			data={[
				{ value: '', label: '–' },
				...ratings.map((one) => ({ value: one.id, label: inLanguage(one.title, language) })),
			]}
		/>
	);
}

function boundsFault(item: Item, fields: Messages['editor']['fields']): string {
	if (item.type !== 'multiple') return item.type === 'date' ? fields.daysTurned : fields.boundsTurned;
	return (item.min ?? 1) > item.options.length ? fields.tooFewOptions(item.options.length) : fields.choicesTurned;
}

/** The fields that belong to an item's type alone. */
export function TypeFields({ item }: { item: Item }) {
	const { editor: text } = useText();
	const { edit, questions } = useEditor();
	const { fields } = text;
	const uid = uidOf(item);
	const set = (change: ItemPatch) => edit({ do: 'set', item: uid, set: change });
	const check = (label: string, checked: boolean | undefined, change: (on: boolean) => ItemPatch) => (
		<Checkbox
			label={label}
			checked={checked ?? false}
			onChange={(event) => void set(change(event.currentTarget.checked))}
		/>
	);
	// At the second of the two: it is there that one sees both.
	const question = questions.find((one) => one.id === item.id);
	const unfit = question && startProblem(question) ? fields.defaultUnfit : undefined;
	const fault = boundsHold(item) ? unfit : boundsFault(item, fields);
	switch (item.type) {
		case 'section':
			return check(fields.shuffle, item.shuffle, (shuffle) => ({ shuffle }));
		case 'scale':
			return <ScaleField item={{ uid, scale: item.scale }} />;
		case 'matrix':
			return (
				<>
					<RowsEditor item={item} />
					{check(fields.shuffleRows, item.shuffleRows, (shuffleRows) => ({ shuffleRows }))}
					<ScaleField item={{ uid, scale: item.scale }} />
				</>
			);
		case 'single':
		case 'multiple':
		case 'ranking':
			return (
				<>
					<OptionsEditor of={{ item: uid }} options={item.options} kind={item.type} />
					{check(fields.shuffleOptions, item.shuffleOptions, (shuffleOptions) => ({ shuffleOptions }))}
					{item.type === 'multiple' && (
						<div className={styles.pair}>
							<NumberField label={fields.atLeast} whole least={1} value={item.min} save={(min) => set({ min })} />
							<NumberField
								label={fields.atMost}
								whole
								least={1}
								value={item.max}
								fault={fault}
								save={(max) => set({ max })}
							/>
						</div>
					)}
					{item.type === 'ranking' && (
						<NumberField
							label={fields.ranks}
							placeholder={fields.ranksAll}
							whole
							least={1}
							value={item.max}
							save={(max) => set({ max })}
						/>
					)}
				</>
			);
		case 'rating':
			return (
				<>
					<ReadyRating uid={uid} />
					<div className={styles.pair}>
						<NumberField
							label={fields.min}
							whole
							optional={false}
							value={item.min}
							save={(min) => set({ min: min ?? 1 })}
						/>
						<NumberField
							label={fields.max}
							whole
							optional={false}
							value={item.max}
							fault={fault}
							save={(max) => set({ max: max ?? 10 })}
						/>
						<NativeSelect
							label={fields.look}
							value={item.look ?? 'numbers'}
							onChange={(event) => void set({ look: event.currentTarget.value as 'numbers' })}
							data={(['numbers', 'faces', 'stars'] as const).map((value) => ({ value, label: fields.looks[value] }))}
						/>
					</div>
					<TextField label={fields.minLabel} value={item.minLabel} save={(minLabel) => set({ minLabel })} />
					<TextField label={fields.maxLabel} value={item.maxLabel} save={(maxLabel) => set({ maxLabel })} />
				</>
			);
		case 'number':
			return (
				<>
					<div className={styles.pair}>
						<NumberField label={fields.min} value={item.min} save={(min) => set({ min })} />
						<NumberField label={fields.max} value={item.max} fault={fault} save={(max) => set({ max })} />
						<NumberField
							label={fields.decimals}
							placeholder={fields.anyDecimals}
							whole
							least={0}
							value={item.decimals}
							save={(decimals) => set({ decimals })}
						/>
					</div>
					<TextField label={fields.unit} value={item.unit} save={(unit) => set({ unit })} />
				</>
			);
		case 'date':
			return (
				<div className={styles.pair}>
					<DateInput
						label={fields.from}
						value={item.from ?? ''}
						onChange={(from) => void set({ from: from || null })}
					/>
					<DateInput
						label={fields.to}
						value={item.to ?? ''}
						error={fault}
						onChange={(to) => void set({ to: to || null })}
					/>
				</div>
			);
		case 'text':
			return (
				<div className={styles.pair}>
					<SegmentedControl
						aria-label={fields.length}
						value={item.long === false ? 'short' : 'long'}
						onChange={(value) => void set({ long: value === 'long' })}
						data={[
							{ value: 'long', label: fields.long },
							{ value: 'short', label: fields.shortText },
						]}
					/>
					<NumberField
						label={fields.maxLength}
						whole
						least={1}
						value={item.maxLength}
						save={(maxLength) => set({ maxLength })}
					/>
				</div>
			);
		default:
			return null;
	}
}
