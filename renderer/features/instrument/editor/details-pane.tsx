import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Language } from '#shared/contract/basics.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { ScaleEditor, scaleName } from './scale-field.tsx';
import { TextField } from './text-field.tsx';

const choices: Record<string, Language[]> = { sv: ['sv'], en: ['en'], both: ['sv', 'en'] };

/** What is said of the questionnaire as a whole: words before and after, languages, its scales and indexes. */
export function DetailsPane() {
	const { editor: text } = useText();
	const { instrument, languages, edit } = useEditor();
	const { form } = text;
	const set = (change: Omit<Extract<InstrumentEdit, { do: 'details' }>, 'do'>) => edit({ do: 'details', ...change });
	return (
		<div className={styles.fields}>
			<TextField label={form.title} value={instrument.title} save={(title) => set({ title })} />
			<div className={styles.pair}>
				<NativeSelect
					label={text.languages.label}
					value={languages.length > 1 ? 'both' : (languages[0] ?? 'sv')}
					onChange={(event) => void set({ languages: choices[event.currentTarget.value] ?? ['sv'] })}
					data={[
						{ value: 'sv', label: text.languages.sv },
						{ value: 'en', label: text.languages.en },
						{ value: 'both', label: text.languages.both },
					]}
				/>
				<NativeSelect
					label={form.kind}
					value={instrument.kind ?? 'questionnaire'}
					onChange={(event) => void set({ kind: event.currentTarget.value as NonNullable<Instrument['kind']> })}
					data={Object.entries(form.kinds).map(([value, label]) => ({ value, label }))}
				/>
			</div>
			<TextField
				label={form.intro}
				description={form.introHelp}
				minRows={3}
				value={instrument.intro}
				save={(intro) => set({ intro })}
			/>
			<TextField label={form.thanks} minRows={2} value={instrument.thanks} save={(thanks) => set({ thanks })} />
			<TextField
				label={form.description}
				description={form.descriptionHelp}
				minRows={2}
				value={instrument.description}
				save={(description) => set({ description })}
			/>
			<Scales />
			<Indexes />
		</div>
	);
}

function Scales() {
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument, edit } = useEditor();
	const { form } = text;
	return (
		<section className={styles.group} aria-label={form.scales}>
			<h3 className={styles.groupTitle}>{form.scales}</h3>
			{instrument.scales.length === 0 && <p className={styles.hint}>{form.noScales}</p>}
			{instrument.scales.map((scale) => {
				const name = scaleName(scale, language);
				const uses = instrument.items.filter((one) => 'scale' in one && one.scale === scale.id).length;
				return (
					<details key={scale.id} className={styles.more}>
						<summary>
							{name} · {uses > 0 ? text.questions(uses) : form.unusedScale}
						</summary>
						<div className={styles.fields}>
							<ScaleEditor scale={scale} named />
							<div className={styles.buttons}>
								<Button size="xs" onClick={() => void edit({ do: 'removeScale', scale: scale.id })}>
									{text.fields.removeNamed(name)}
								</Button>
							</div>
						</div>
					</details>
				);
			})}
		</section>
	);
}

function Indexes() {
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument, edit } = useEditor();
	const { form } = text;
	const indexes = instrument.indexes ?? [];
	return (
		<section className={styles.group} aria-label={form.indexes}>
			<h3 className={styles.groupTitle}>{form.indexes}</h3>
			<p className={styles.hint}>{indexes.length === 0 ? `${form.indexesHelp} ${form.noIndexes}` : form.indexesHelp}</p>
			{indexes.map((one) => (
				<div key={one.id} className={styles.itemHead}>
					<div className={styles.grow}>
						<TextField
							label={text.fields.indexName}
							value={one.title}
							save={(title) => edit({ do: 'setIndex', index: one.id, set: { title } })}
						/>
					</div>
					<NativeSelect
						label={form.method}
						value={one.method ?? 'mean'}
						onChange={(event) =>
							void edit({
								do: 'setIndex',
								index: one.id,
								set: { method: event.currentTarget.value === 'sum' ? 'sum' : 'mean' },
							})
						}
						data={[
							{ value: 'mean', label: form.mean },
							{ value: 'sum', label: form.sum },
						]}
					/>
					<ActionIcon
						aria-label={text.fields.removeNamed(inLanguage(one.title, language) || one.id)}
						onClick={() => void edit({ do: 'removeIndex', index: one.id })}
					>
						<IconTrash size={17} stroke={1.6} aria-hidden />
					</ActionIcon>
				</div>
			))}
			<div className={styles.buttons}>
				<Button
					size="xs"
					leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />}
					onClick={() => void edit({ do: 'addIndex', title: {} })}
				>
					{form.addIndex}
				</Button>
			</div>
		</section>
	);
}
