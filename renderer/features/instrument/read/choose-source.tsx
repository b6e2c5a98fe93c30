import { Button, FileButton, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { Link } from 'wouter';
import { useText } from '../../../app/text.tsx';
import { Section } from '../../../ui/section.tsx';
import styles from './read.module.css';

const accepted = '.json,.lss,.xlsx,.docx,.txt,.md';

interface ChooseSourceProps {
	text: string;
	onText: (text: string) => void;
	onFile: (file: File) => void;
	onRead: () => void;
}

/** Where a questionnaire is read from: a file, chosen or dropped, or a text that is written or pasted. */
export function ChooseSource({ text, onText, onFile, onRead }: ChooseSourceProps) {
	const { exchange: words } = useText();
	const [over, setOver] = useState(false);
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const file = event.dataTransfer.files[0];
		if (file) onFile(file);
	};
	return (
		<div className={styles.choose}>
			<section
				className={styles.drop}
				data-over={over || undefined}
				aria-label={words.chooseTitle}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={drop}
			>
				<h2 className={styles.dropTitle}>{words.chooseTitle}</h2>
				<p>{words.kinds}</p>
				<FileButton accept={accepted} onChange={(file) => file && onFile(file)}>
					{(props) => (
						<Button {...props} variant="filled" leftSection={<IconFileImport size={17} stroke={1.6} aria-hidden />}>
							{words.choose}
						</Button>
					)}
				</FileButton>
				<p className={styles.quiet}>{words.drop}</p>
			</section>
			<Section title={words.pasteTitle}>
				<form
					className={styles.paste}
					onSubmit={(event) => {
						event.preventDefault();
						onRead();
					}}
				>
					<Textarea
						label={words.pasteLabel}
						description={words.pasteHelp}
						autosize
						minRows={8}
						maxRows={24}
						maxLength={2_000_000}
						value={text}
						onChange={(event) => onText(event.currentTarget.value)}
					/>
					<div>
						<Button type="submit" disabled={text.trim() === ''}>
							{words.readText}
						</Button>
					</div>
				</form>
			</Section>
			<p>
				<Link to="/design/instrument/from-answers">{words.answers.open}</Link>
			</p>
		</div>
	);
}
