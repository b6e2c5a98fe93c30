import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './instrument.module.css';

/** Makes a questionnaire: empty, or from one that the project has or that comes with the program. `from` is chosen from the start: a row or a key. */
export function NewInstrument({ from = '', onClose }: { from?: string; onClose: () => void }) {
	const { editor: text, instrument: words } = useText();
	const language = useLanguage();
	const { run, busy } = useRun('instrument.create');
	const all = useCall('instrument.list', {}).data ?? [];
	const refs = all.map((one) => ({ one, ref: one.id === null ? one.key : String(one.id) }));
	const [base, setBase] = useState(from);
	const [title, setTitle] = useState<string | null>(null);
	const [tried, setTried] = useState(false);
	const chosen = refs.find(({ ref }) => ref === base)?.one;
	const name = title ?? (chosen ? text.copyOf(inLanguage(chosen.title, language)) : '');
	const create = async (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (name.trim() === '') return;
		const source = chosen && (chosen.id === null ? { key: chosen.key } : { id: chosen.id });
		const made = await run({ title: name, language, ...(source ? { from: source } : {}) });
		if (!made) return;
		onClose();
		navigate(`/design/instrument/${made.id}/edit`);
	};
	const option = ({ one, ref }: (typeof refs)[number]) => ({
		value: ref,
		label: `${inLanguage(one.title, language)}${one.version > 1 ? ` (${words.version(one.version)})` : ''}`,
	});
	const groups = [
		{ group: words.own, items: refs.filter(({ one }) => one.id !== null).map(option) },
		{ group: words.bundled, items: refs.filter(({ one }) => one.id === null).map(option) },
	].filter((one) => one.items.length > 0);
	return (
		<Dialog title={text.createTitle} onClose={onClose}>
			<form onSubmit={(event) => void create(event)} className={styles.facts} noValidate>
				<TextInput
					label={text.createName}
					data-autofocus
					maxLength={300}
					value={name}
					onChange={(event) => setTitle(event.currentTarget.value)}
					error={tried && name.trim() === '' ? text.nameNeeded : undefined}
				/>
				<NativeSelect
					label={text.createFrom}
					value={chosen ? base : ''}
					onChange={(event) => setBase(event.currentTarget.value)}
					data={[{ value: '', label: text.createEmpty }, ...groups]}
				/>
				<div className={styles.buttons}>
					<Button type="submit" variant="filled" loading={busy}>
						{text.createRun}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
