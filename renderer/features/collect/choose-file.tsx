import { useEffect } from 'react';
import { useText } from '../../app/text.tsx';
import { DropFile, FileChoice } from '../../ui/drop-file.tsx';

/** Files of rows: text or workbook. */
export const tableFiles = '.csv,.txt,.tsv,.xlsx,text/csv,text/plain,text/tab-separated-values';

/** A place to choose a file of responses, to drop one, or to paste its rows. `safe`: what does not happen by that. */
export function ChooseFile({ safe, onChoose }: { safe?: string; onChoose: (file: File) => void }) {
	const { import: text } = useText().response;
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
	return (
		<DropFile
			title={text.chooseTitle}
			kinds={text.kinds}
			notes={safe ? [text.drop, safe] : [text.drop]}
			label={text.choose}
			accept={tableFiles}
			onChoose={onChoose}
		/>
	);
}

/** Another file of rows instead. */
export function ChooseButton({ onChoose }: { onChoose: (file: File) => void }) {
	const { import: text } = useText().response;
	return <FileChoice label={text.chooseOther} accept={tableFiles} onChoose={onChoose} />;
}
