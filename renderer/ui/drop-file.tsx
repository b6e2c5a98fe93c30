import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import styles from './drop-file.module.css';

interface FileChoiceProps {
	label: string;
	/** Endings and types that the system's dialog offers. */
	accept: string;
	primary?: boolean;
	onChoose: (file: File) => void;
}

/** A button that lets one choose a file. */
export function FileChoice({ label, accept, primary, onChoose }: FileChoiceProps) {
	return (
		<FileButton accept={accept} onChange={(file) => file && onChoose(file)}>
			{(props) => (
				<Button
					{...props}
					variant={primary ? 'filled' : 'default'}
					leftSection={<IconFileImport size={17} stroke={1.6} aria-hidden />}
				>
					{label}
				</Button>
			)}
		</FileButton>
	);
}

interface DropFileProps extends Omit<FileChoiceProps, 'primary'> {
	title: string;
	/** What kinds of file it takes. */
	kinds: string;
	/** What else there is to say, a line each. */
	notes: readonly string[];
}

/** A place to choose a file, or to drop one. */
export function DropFile({ title, kinds, notes, ...choice }: DropFileProps) {
	const [over, setOver] = useState(false);
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const file = event.dataTransfer.files[0];
		if (file) choice.onChoose(file);
	};
	return (
		<section
			className={styles.drop}
			data-over={over || undefined}
			aria-label={title}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<h2 className={styles.title}>{title}</h2>
			<p className={styles.kinds}>{kinds}</p>
			<FileChoice {...choice} primary />
			{notes.map((note) => (
				<p key={note} className={styles.quiet}>
					{note}
				</p>
			))}
		</section>
	);
}
