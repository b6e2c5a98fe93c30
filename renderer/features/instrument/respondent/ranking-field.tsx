import { useEffect, useRef, useState } from 'react';
import { digitOf } from '#shared/domain/instrument/digit.ts';
import type { Option } from '#shared/domain/instrument/model.ts';
import { respondentWords } from '#shared/i18n/respondent.ts';
import type { FieldProps } from './field-props.ts';
import optionsStyles from './options.module.css';
import { OtherWords } from './other-words.tsx';
import rankingStyles from './ranking.module.css';
import styles from './respondent.module.css';

/**
 * Alternatives put in order with buttons: taken from those that are left, moved up and down, taken out again. Where each came to stand is
 * announced, and the focus follows the alternative, so that it can be done without seeing and without a mouse.
 */
export function RankingField({ question, value, onChange, language, say, digits, other }: FieldProps) {
	const words = respondentWords[language];
	const text = words.ranking;
	const root = useRef<HTMLDivElement>(null);
	const focusNext = useRef<string[] | null>(null);
	const [said, setSaid] = useState('');
	const [dragged, setDragged] = useState<string | null>(null);
	const ranked = Array.isArray(value) ? value : [];
	const { item } = question;
	const limit = item.type === 'ranking' ? Math.min(item.max ?? item.options.length, item.options.length) : 0;
	const left = question.options.filter((one) => !ranked.includes(one.value));
	const optionOf = (wanted: string) => question.options.find((one) => one.value === wanted);
	const digitFor = (wanted: string) => digitOf(question.options.findIndex((one) => one.value === wanted));
	const nameOf = (wanted: string) => {
		const option = optionOf(wanted);
		return option ? say(option.label) : wanted;
	};

	useEffect(() => {
		const wanted = focusNext.current;
		focusNext.current = null;
		const buttons = root.current?.querySelectorAll<HTMLButtonElement>('button[data-rank]') ?? [];
		for (const name of wanted ?? []) {
			const button = [...buttons].find((one) => one.getAttribute('data-rank') === name && !one.disabled);
			if (button) return button.focus();
		}
	});

	const set = (next: string[], moved: string, focus: string[]) => {
		focusNext.current = focus;
		const place = next.indexOf(moved) + 1;
		setSaid(place > 0 ? text.placed(nameOf(moved), place, next.length) : text.removed(nameOf(moved)));
		onChange(next.length > 0 ? next : undefined);
	};
	const add = (option: Option, index: number) => {
		const after = [...left.slice(index + 1), ...left.slice(0, index)].map((one) => `add ${one.value}`);
		set([...ranked, option.value], option.value, [...after, `remove ${option.value}`]);
	};
	const move = (at: number, step: 1 | -1) => {
		const next = [...ranked];
		const [moved = ''] = next.splice(at, 1);
		next.splice(at + step, 0, moved);
		const [way, back] = step < 0 ? ['up', 'down'] : ['down', 'up'];
		set(next, moved, [`${way} ${moved}`, `${back} ${moved}`]);
	};
	/** Where the alternative that is dragged stands by the pointer: it goes there at once. */
	const dragTo = (list: HTMLElement, y: number) => {
		const at = ranked.indexOf(dragged ?? '');
		const rows = [...list.children].map((row) => row.getBoundingClientRect());
		const below = rows.findIndex(({ bottom }) => y < bottom);
		const to = below < 0 ? rows.length - 1 : below;
		if (dragged === null || at < 0 || to === at) return;
		const next = ranked.filter((one) => one !== dragged);
		next.splice(to, 0, dragged);
		set(next, dragged, []);
	};
	const remove = (taken: string) =>
		set(
			ranked.filter((one) => one !== taken),
			taken,
			[`add ${taken}`],
		);

	const digit = (wanted: string) =>
		digits && (
			<kbd className={optionsStyles.digit} aria-hidden>
				{digitFor(wanted)}
			</kbd>
		);
	const full = ranked.length >= limit;
	// What is read out has the words that are seen in it.
	const [before, after] = text.rank('\n', ranked.length + 1).split('\n');
	return (
		<div ref={root} className={rankingStyles.ranking}>
			<p className={styles.hint}>{limit < question.options.length ? words.hint.rankFirst(limit) : words.hint.rank}</p>
			{ranked.length > 0 && (
				<ol
					className={rankingStyles.ranked}
					aria-label={text.order}
					onPointerMove={(event) => dragged !== null && dragTo(event.currentTarget, event.clientY)}
					onPointerUp={() => setDragged(null)}
					onPointerCancel={() => setDragged(null)}
				>
					{ranked.map((one, at) => {
						const option = optionOf(one);
						return (
							<li key={one}>
								<div className={rankingStyles.rankedRow} data-dragged={dragged === one || undefined}>
									<span
										className={rankingStyles.handle}
										aria-hidden
										onPointerDown={(event) => {
											// The list hears the pointer until it is let go: the row itself moves.
											event.currentTarget.closest('ol')?.setPointerCapture(event.pointerId);
											event.preventDefault();
											setDragged(one);
										}}
									>
										<svg viewBox="0 0 24 24" aria-hidden="true">
											<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" />
										</svg>
										<span className={rankingStyles.place}>{text.place(at + 1)}</span>
									</span>
									<span className={optionsStyles.optionLabel}>{nameOf(one)}</span>
									{digit(one)}
									<RankButton
										name={`up ${one}`}
										label={text.up(nameOf(one))}
										off={at === 0}
										onPress={() => move(at, -1)}
									>
										<path d="M12 19V6M6 11.5L12 5.5l6 6" />
									</RankButton>
									<RankButton
										name={`down ${one}`}
										label={text.down(nameOf(one))}
										off={at === ranked.length - 1}
										onPress={() => move(at, 1)}
									>
										<path d="M12 5v13M6 12.5l6 6 6-6" />
									</RankButton>
									<RankButton
										name={`remove ${one}`}
										digit={digitFor(one)}
										label={text.remove(nameOf(one))}
										onPress={() => remove(one)}
									>
										<path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />
									</RankButton>
								</div>
								{option?.other && other && <OtherWords {...other} {...{ language, say }} label={option.label} />}
							</li>
						);
					})}
				</ol>
			)}
			{left.length > 0 && !full && (
				<ul className={rankingStyles.unranked} aria-label={text.left}>
					{left.map((option, index) => (
						<li key={option.value}>
							<button
								type="button"
								className={optionsStyles.option}
								data-rank={`add ${option.value}`}
								data-digit={digitFor(option.value) || undefined}
								onClick={() => add(option, index)}
							>
								<span className={rankingStyles.place} aria-hidden>
									+
								</span>
								<span className={optionsStyles.optionLabel}>
									<span className={styles.hidden}>{before}</span>
									{say(option.label)}
									<span className={styles.hidden}>{after}</span>
								</span>
								{digit(option.value)}
							</button>
						</li>
					))}
				</ul>
			)}
			<p className={styles.hidden} role="status">
				{said}
			</p>
		</div>
	);
}

interface RankButtonProps {
	name: string;
	label: string;
	off?: boolean;
	digit?: string;
	onPress: () => void;
	children: React.ReactNode;
}

function RankButton({ name, label, off = false, digit, onPress, children }: RankButtonProps) {
	return (
		<button
			type="button"
			className={rankingStyles.rankButton}
			data-rank={name}
			data-digit={digit || undefined}
			disabled={off}
			aria-label={label}
			onClick={onPress}
		>
			<svg viewBox="0 0 24 24" aria-hidden="true">
				{children}
			</svg>
		</button>
	);
}
