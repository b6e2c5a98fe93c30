import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useEffect, useState } from 'react';
import { useText } from '../../app/text.tsx';
import styles from './import.module.css';

const accepted = '.csv,.txt,.tsv,.xlsx,text/csv,text/plain,text/tab-separated-values';

/** A place to choose a file of responses, or to drop one. */
export function ChooseFile({ onChoose }: { onChoose: (file: File) => void }) {
	const { import: text } = useText().response;
	const [over, setOver] = useState(false);
	useEffect(() => {
		// Cells that are copied in a spreadsheet come as rows of text with tabs.
		const paste = (event: ClipboardEvent) => {
			const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
			const [file] = event.clipboardData?.files ?? [];
			const cells = event.clipboardData?.getData('text/plain') ?? '';
			if (isField || (!file && !cells.includes('\n'))) return;
			event.preventDefault();
			onChoose(file ?? new File([cells], text.pasted));
		};
		document.addEventListener('paste', paste);
		return () => document.removeEventListener('paste', paste);
	}, [onChoose, text.pasted]);
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const file = event.dataTransfer.files[0];
		if (file) onChoose(file);
	};
	return (
		<section
			className={styles.drop}
			data-over={over || undefined}
			aria-label={text.chooseTitle}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<h2 className={styles.dropTitle}>{text.chooseTitle}</h2>
			<p className={styles.dropText}>{text.kinds}</p>
			<ChooseButton onChoose={onChoose} primary />
			<p className={styles.quiet}>{text.drop}</p>
			<p className={styles.quiet}>{text.safe}</p>
		</section>
	);
}

/** The button alone: for another file instead. */
export function ChooseButton({ onChoose, primary }: { onChoose: (file: File) => void; primary?: boolean }) {
	const { import: text } = useText().response;
	return (
		<FileButton accept={accepted} onChange={(file) => file && onChoose(file)}>
			{(props) => (
				<Button
					{...props}
					variant={primary ? 'filled' : 'default'}
					leftSection={<IconFileImport size={17} stroke={1.6} />}
				>
					{primary ? text.choose : text.chooseOther}
				</Button>
			)}
		</FileButton>
	);
}
