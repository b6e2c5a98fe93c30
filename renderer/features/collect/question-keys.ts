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
		question.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, button:not(:disabled)')
	);
}

/** Puts the focus in the first question that has no answer yet, else in the first. */
export function focusFirst(root: HTMLElement | null, answered: (id: string) => boolean): void {
	const questions = root ? questionsIn(root) : [];
	const first = questions.find((one) => !answered(idOf(one))) ?? questions[0];
	if (!first) return;
	fieldOf(first)?.focus({ preventScroll: true });
	// A sheet that has just come is laid out by the width that it gets, which is measured first.
	requestAnimationFrame(() => first.scrollIntoView({ block: 'nearest' }));
}

function focusQuestion(question: HTMLElement): void {
	fieldOf(question)?.focus({ preventScroll: true });
	question.scrollIntoView({ block: 'nearest' });
}

/** What the keys ask for, beyond moving about. */
export interface QuestionKeys {
	clear: (questionId: string) => void;
	/** The paper has no answer to it. */
	skip: (questionId: string) => void;
	/** Past the last question. */
	onEnd: () => void;
}

/**
 * Entering with the keyboard alone: digits choose options, Enter and arrow down go on, Shift+Enter and arrow up go back, Delete clears, minus says that the
 * paper has no answer.
 * In a field that is typed in, digits and arrows are the field's own, and Shift+Enter is a new line.
 */
export function onQuestionKey(event: KeyboardEvent<HTMLElement>, keys: QuestionKeys): void {
	const target = event.target;
	if (event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	const question = target.closest<HTMLElement>('[data-question]');
	if (!question) return;
	const isArea = target instanceof HTMLTextAreaElement;
	const isChoice =
		target instanceof HTMLButtonElement ||
		(target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox'));
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
	else if (event.key === '-') {
		keys.skip(idOf(question));
		go(1);
	} else if (/^\d$/.test(event.key)) {
		const option = optionOf(question, event.key, event.timeStamp);
		option?.focus({ preventScroll: true });
		option?.click();
	} else return;
	event.preventDefault();
}

/** The last digit that was pressed, where and when: with the next it may make a number of two. */
let last = { question: null as HTMLElement | null, digit: '', at: 0 };
/** How long after a digit another counts as the second of a number, in milliseconds. */
const together = 800;

/** What a digit chooses: with the one just before it where there is such a point ("1", "0": ten), else alone. */
function optionOf(question: HTMLElement, digit: string, at: number): HTMLElement | null {
	const named = (digits: string) => question.querySelector<HTMLElement>(`[data-digit="${digits}"]`);
	const before = last.question === question && at - last.at < together ? last.digit : '';
	last = { question, digit, at };
	return (before ? named(before + digit) : null) ?? named(digit) ?? (digit === '0' ? named('10') : null);
}
