import { Button, FileButton } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { errorText } from '#shared/i18n/error-text.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import styles from './material.module.css';
import type { ImportedFile, useImportFiles } from './use-import-files.ts';

/** The button that chooses files. */
export function ImportButton({ onFiles, primary = false }: { onFiles: (files: File[]) => void; primary?: boolean }) {
	const text = useText().document.import;
	return (
		<FileButton multiple accept=".txt,.docx,.vtt" onChange={onFiles}>
			{(props) => (
				<Button
					{...props}
					variant={primary ? 'filled' : 'default'}
					leftSection={<IconFilePlus size={16} stroke={1.6} aria-hidden />}
				>
					{text.button}
				</Button>
			)}
		</FileButton>
	);
}

/** Takes files that are dropped anywhere on what it holds. */
export function DropZone({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
	const text = useText().document.import;
	const [over, setOver] = useState(false);
	const has = (event: DragEvent) => event.dataTransfer.types.includes('Files');
	return (
		<section
			aria-label={text.drop}
			className={styles.drop}
			data-over={over || undefined}
			onDragOver={(event) => {
				if (!has(event)) return;
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={(event) => {
				if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
			}}
			onDrop={(event) => {
				if (!has(event)) return;
				event.preventDefault();
				setOver(false);
				onFiles([...event.dataTransfer.files]);
			}}
		>
			{children}
		</section>
	);
}

/** What has become of each file: waiting, being read, added, there already, or refused and why. */
export function ImportProgress({ files, busy, cancel, clear }: ReturnType<typeof useImportFiles>) {
	const text = useText();
	if (files.length === 0) return null;
	const done = files.filter((file) => file.state !== 'waiting' && file.state !== 'reading').length;
	return (
		<section className={styles.files} aria-label={text.document.import.files}>
			<div className={styles.filesHead}>
				<p role="status">{text.document.import.all(done, files.length)}</p>
				{busy ? (
					<Button size="xs" onClick={cancel}>
						{text.frame.cancel}
					</Button>
				) : (
					<Button size="xs" onClick={clear}>
						{text.document.import.clear}
					</Button>
				)}
			</div>
			<ul className={styles.fileList}>
				{files.map((file) => (
					<FileRow key={file.key} file={file} />
				))}
			</ul>
		</section>
	);
}

function FileRow({ file }: { file: ImportedFile }) {
	const all = useText();
	const text = all.document.import;
	const language = useLanguage();
	const refusal = file.error && errorText(file.error, all);
	const words = {
		waiting: text.waiting,
		reading: text.reading,
		stopped: text.stopped,
		known: text.known,
		refused: refusal ? `${refusal.happened} ${refusal.next}` : '',
		done: file.output
			? text.done(file.output.turns, file.output.speakers, formatNumber(file.output.words, language))
			: '',
	}[file.state];
	return (
		<li className={styles.file} data-state={file.state}>
			<span className={styles.fileName}>
				{file.output ? <Link to={`/collect/material/${file.output.id}`}>{file.name}</Link> : file.name}
			</span>
			<span className={styles.fileState}>{words}</span>
		</li>
	);
}
