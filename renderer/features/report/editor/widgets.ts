import { type EditorView, WidgetType } from '@codemirror/view';
import type { SourceBlock } from '#shared/domain/report/source.ts';
import { isBlockName } from '#shared/domain/report/specs.ts';
import type { Messages } from '#shared/i18n/messages.ts';
import styles from './editor.module.css';

type Words = Messages['report'];

const put = (parent: HTMLElement, tag: 'span' | 'b' | 'button', text: string, name?: string): HTMLElement => {
	const child = parent.appendChild(document.createElement(tag));
	child.textContent = text;
	if (name) child.className = name;
	return child;
};

/** A live value as a pill with what it comes to. The source shows when the cursor comes to it. */
export class ValueWidget extends WidgetType {
	private readonly raw: string;
	private readonly text: string | undefined;

	constructor(raw: string, text: string | undefined) {
		super();
		this.raw = raw;
		this.text = text;
	}
	override eq(other: ValueWidget): boolean {
		return other.raw === this.raw && other.text === this.text;
	}
	toDOM(): HTMLElement {
		const pill = document.createElement('span');
		pill.className = styles.pill ?? '';
		if (this.text === undefined) pill.dataset.empty = '';
		pill.textContent = this.text ?? this.raw.slice(2, -2).trim();
		pill.title = this.raw;
		return pill;
	}
	override ignoreEvent(): boolean {
		return false;
	}
}

/** A live block as one bordered line: what it is, and of what. */
export class BlockWidget extends WidgetType {
	private readonly block: SourceBlock;
	private readonly words: Words;
	private readonly key: string;

	constructor(block: SourceBlock, words: Words, bad: boolean) {
		super();
		this.block = block;
		this.words = words;
		this.key = JSON.stringify([
			block.name,
			block.entries.map((entry) => [entry.key, entry.value]),
			bad,
			words.blocks.contents,
		]);
		this.bad = bad;
	}
	private readonly bad: boolean;
	override eq(other: BlockWidget): boolean {
		return other.key === this.key;
	}
	toDOM(view: EditorView): HTMLElement {
		const { name } = this.block;
		const line = document.createElement('div');
		line.className = styles.block ?? '';
		if (this.bad) line.dataset.bad = '';
		put(line, 'b', isBlockName(name) ? this.words.blocks[name] : name);
		put(line, 'span', this.summary(), styles.summary);
		const edit = put(line, 'button', this.words.screen.editBlock, styles.edit);
		edit.setAttribute('type', 'button');
		edit.setAttribute(
			'aria-label',
			`${this.words.screen.editBlock}: ${line.firstChild?.textContent ?? ''} ${this.summary()}`,
		);
		line.addEventListener('mousedown', (event) => {
			event.preventDefault();
			this.open(view, line);
		});
		edit.addEventListener('click', () => this.open(view, line));
		return line;
	}
	private open(view: EditorView, at: HTMLElement): void {
		const line = view.state.doc.lineAt(view.posAtDOM(at));
		view.dispatch({ selection: { anchor: line.to }, scrollIntoView: true });
		view.focus();
	}
	private summary(): string {
		const shown = ['title', 'round', 'rounds', 'items', 'item', 'by', 'code', 'key', 'caption'];
		return shown
			.flatMap((key) =>
				this.block.entries.filter((entry) => entry.key === key && entry.value !== '').map((entry) => entry.value),
			)
			.slice(0, 4)
			.join(' · ');
	}
	override ignoreEvent(): boolean {
		return true;
	}
}

/** What cannot be filled, under its line: why, and words that would have been right, one click away. */
export class ProblemWidget extends WidgetType {
	private readonly text: string;
	private readonly suggestions: readonly string[];
	private readonly lead: string;
	private readonly choose: (view: EditorView, suggestion: string) => void;

	constructor(
		text: string,
		suggestions: readonly string[],
		lead: string,
		choose: (view: EditorView, suggestion: string) => void,
	) {
		super();
		this.text = text;
		this.suggestions = suggestions;
		this.lead = lead;
		this.choose = choose;
	}
	override eq(other: ProblemWidget): boolean {
		return other.text === this.text && other.suggestions.join() === this.suggestions.join();
	}
	toDOM(view: EditorView): HTMLElement {
		const box = document.createElement('div');
		box.className = styles.problem ?? '';
		box.setAttribute('role', 'note');
		put(box, 'span', this.text);
		if (this.suggestions.length > 0) put(box, 'span', ` ${this.lead}`);
		for (const suggestion of this.suggestions) {
			const button = put(box, 'button', suggestion, styles.suggestion);
			button.setAttribute('type', 'button');
			button.addEventListener('click', () => this.choose(view, suggestion));
		}
		return box;
	}
	override ignoreEvent(): boolean {
		return true;
	}
}
