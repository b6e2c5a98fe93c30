import './older-browsers.ts';
import { createRoot } from 'react-dom/client';
import type { FormData } from '#shared/domain/form/data.ts';
import { answerFormWords } from '#shared/i18n/answer-form.ts';
import '../app/tokens.css';
import { AnswerForm } from './answer-form.tsx';
import './form.css';

/** The entry of a form as a file: its data stands in the page itself, and nothing is ever fetched or sent. */
const root = document.getElementById('root');
const data = readData();
if (root && data) createRoot(root).render(<AnswerForm data={data} />);
else if (root) root.textContent = `${answerFormWords.sv.broken} ${answerFormWords.en.broken}`;

function readData(): FormData | null {
	try {
		const data = JSON.parse(document.getElementById('form-data')?.textContent ?? '') as FormData;
		return data.format === 'underlag-form/1' ? data : null;
	} catch {
		return null;
	}
}
