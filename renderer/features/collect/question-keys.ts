import type { KeyboardEvent } from 'react';

/** The questions on the page in order. */
function questionsIn(root: HTMLElement): HTMLElement[] {
	return [...root.querySelectorAll<HTMLElement>('[data-question]')];
}

const idOf = (question: HTMLElement) => question.getAttribute('data-question') ?? '';

/** What of a question takes the focus: the chosen option, else the first field. */
function fieldOf(question: HTMLElement): HTMLElement | null {
	return (
		question.querySelector<HTMLElement>('input:checked') ??
		question.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')
	);
}

/** Puts the focus in the first question that has no answer yet, else in the first. */
export function focusFirst(root: HTMLElement | null, answered: (id: string) => boolean): void {
	const questions = root ? questionsIn(root) : [];
	const first = questions.find((one) => !answered(idOf(one))) ?? questions[0];
	if (first) focusQuestion(first);
}

function focusQuestion(question: HTMLElement): void {
	fieldOf(question)?.focus({ preventScroll: true });
	question.scrollIntoView({ block: 'nearest' });
}

/** What the keys ask for, beyond moving about. */
export interface QuestionKeys {
	clear: (questionId: string) => void;
	/** Past the last question. */
	onEnd: () => void;
}

/**
 * Entering with the keyboard alone: digits choose options, Enter and arrow down go on, Shift+Enter and arrow up go back, Delete clears.
 * In a field that is typed in, digits and arrows are the field's own, and Shift+Enter is a new line.
 */
export function onQuestionKey(event: KeyboardEvent<HTMLElement>, keys: QuestionKeys): void {
	const target = event.target;
	if (event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	const question = target.closest<HTMLElement>('[data-question]');
	if (!question) return;
	const isArea = target instanceof HTMLTextAreaElement;
	const isChoice = target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox');
	const go = (step: 1 | -1) => {
		const all = questionsIn(event.currentTarget);
		const next = all[all.indexOf(question) + step];
		if (next) focusQuestion(next);
		else if (step === 1) keys.onEnd();
	};
	if (event.key === 'Enter') {
		if (isArea && event.shiftKey) return;
		go(event.shiftKey ? -1 : 1);
	} else if (!isChoice) return;
	else if (event.key === 'ArrowDown') go(1);
	else if (event.key === 'ArrowUp') go(-1);
	else if (event.key === 'Delete' || event.key === 'Backspace') keys.clear(idOf(question));
	else if (/^\d$/.test(event.key)) {
		const index = event.key === '0' ? 9 : Number(event.key) - 1;
		const option = question.querySelector<HTMLInputElement>(`input[data-option="${index}"]`);
		option?.focus({ preventScroll: true });
		option?.click();
	} else return;
	event.preventDefault();
}
