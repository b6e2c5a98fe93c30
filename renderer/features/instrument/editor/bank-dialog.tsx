import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import { pickFrom } from '#shared/domain/instrument/library.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../../api/use-call.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** Ready questions to choose among; those chosen come with the scales and indexes they use. */
export function BankDialog({ before, onDone }: { before: string | null; onDone: (made: string[] | null) => void }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { edit } = useEditor();
	const found = useCall('instrument.banks', {});
	const [key, setKey] = useState<string | null>(null);
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const bank = found.data?.find((one) => one.key === key) ?? found.data?.[0];
	const words = text.library;
	const take = async () => {
		if (!bank) return;
		onDone(await edit({ do: 'insert', ...pickFrom(bank, chosen), before }));
	};
	const toggle = (uid: string) =>
		setChosen((now) => {
			const next = new Set(now);
			if (!next.delete(uid)) next.add(uid);
			return next;
		});
	return (
		<Dialog title={words.open} width="wide" onClose={() => onDone(null)}>
			{found.error && <ErrorNote error={found.error} retry={() => void found.refetch()} />}
			{found.isPending && <Loading />}
			{bank && (
				<div className={styles.fields}>
					<NativeSelect
						label={words.bank}
						value={bank.key}
						onChange={(event) => {
							setKey(event.currentTarget.value);
							setChosen(new Set());
						}}
						data={(found.data ?? []).map((one) => ({ value: one.key, label: inLanguage(one.title, language) }))}
					/>
					<p className={styles.hint}>{inLanguage(bank.description, language)}</p>
					<fieldset className={styles.bank}>
						<legend className="visually-hidden">{words.questions}</legend>
						{bank.items.map((item) => (
							<Checkbox
								key={uidOf(item)}
								label={inLanguage(item.text, language) || text.types[item.type]}
								description={text.types[item.type]}
								checked={chosen.has(uidOf(item))}
								onChange={() => toggle(uidOf(item))}
							/>
						))}
					</fieldset>
					<div className={styles.buttons}>
						<Button variant="filled" disabled={chosen.size === 0} onClick={() => void take()}>
							{words.take(chosen.size)}
						</Button>
						<Button variant="subtle" onClick={() => setChosen(new Set(bank.items.map(uidOf)))}>
							{words.all}
						</Button>
					</div>
				</div>
			)}
		</Dialog>
	);
}
