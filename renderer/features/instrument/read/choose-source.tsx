import { Button, Textarea } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '../../../app/text.tsx';
import { DropFile } from '../../../ui/drop-file.tsx';
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
	return (
		<div className={styles.choose}>
			<DropFile
				title={words.chooseTitle}
				kinds={words.kinds}
				notes={[words.drop]}
				label={words.choose}
				accept={accepted}
				onChoose={onFile}
			/>
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
