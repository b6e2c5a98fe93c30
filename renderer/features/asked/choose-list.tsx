import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useText } from '../../app/text.tsx';
import dropStyles from '../collect/import.module.css';

const accepted = '.csv,.txt,.tsv,.xlsx,text/csv,text/plain,text/tab-separated-values';

/** A place to choose a list of people, or to drop one. */
export function ChooseList({ onChoose }: { onChoose: (file: File) => void }) {
	const { asked, response } = useText();
	const text = asked.importPage;
	const [over, setOver] = useState(false);
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const file = event.dataTransfer.files[0];
		if (file) onChoose(file);
	};
	return (
		<section
			className={dropStyles.drop}
			data-over={over || undefined}
			aria-label={text.chooseTitle}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<h2 className={dropStyles.dropTitle}>{text.chooseTitle}</h2>
			<p className={dropStyles.dropText}>{text.kinds}</p>
			<ChooseListButton onChoose={onChoose} primary />
			<p className={dropStyles.quiet}>{response.import.drop}</p>
			<p className={dropStyles.quiet}>{text.safe}</p>
		</section>
	);
}

/** The button alone: for another file instead. */
export function ChooseListButton({ onChoose, primary }: { onChoose: (file: File) => void; primary?: boolean }) {
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
