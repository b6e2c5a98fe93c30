import { type Icon, IconArrowRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { type NextStep, roomStates } from '#shared/domain/project/next-step.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { rooms } from '../../app/rooms.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { addressOf } from './next-address.ts';
import styles from './overview.module.css';

type Overview = Output<'project.overview'>;
type Room = 'design' | 'collect' | 'analyse' | 'report';

/** A card for each room of the work: what is there, in counts, and the one thing to do next. */
export function RoomCards({ overview, details }: { overview: Overview; details: Output<'project.get'> }) {
	const states = roomStates(overview, details.commissioner !== '' && details.periodStart !== null);
	const facts = useFacts(overview);
	return (
		<ul className={styles.cards}>
			{rooms.flatMap(({ name, icon, path }) =>
				name === 'overview'
					? []
					: [
							<Card
								key={name}
								name={name}
								icon={icon}
								path={path}
								facts={facts[name]}
								share={states[name].share}
								next={states[name].next}
							/>,
						],
			)}
		</ul>
	);
}

interface CardProps {
	name: Room;
	icon: Icon;
	path: string;
	facts: string;
	share: number | null;
	next: NextStep;
}

function Card({ name, icon: Glyph, path, facts, share, next }: CardProps) {
	const { frame } = useText();
	const language = useLanguage();
	const words = useNextWords();
	const address = addressOf(next);
	const { shares } = useText().project.overview;
	const percent = formatPercent(100 * (share ?? 0), language);
	const told = name === 'collect' || name === 'analyse' ? shares[name](percent) : percent;
	return (
		<li className={styles.card}>
			<div className={styles.cardHead}>
				<Glyph size={21} stroke={1.6} aria-hidden />
				<h2>
					<Link to={path} className={styles.cardLink}>
						{frame.rooms[name]}
					</Link>
				</h2>
				{share !== null && (
					<span className={styles.share} title={told}>
						<span aria-hidden>{percent}</span>
						<span className="visually-hidden">{told}</span>
					</span>
				)}
			</div>
			<div className={styles.bar} aria-hidden data-empty={share === null ? '' : undefined}>
				<div style={{ width: `${100 * (share ?? 0)}%` }} />
			</div>
			<p className={styles.facts}>{facts}</p>
			{address ? (
				<Link to={address} className={styles.next}>
					{words(next)}
					{'\u00a0'}
					<IconArrowRight size={15} stroke={1.8} aria-hidden />
				</Link>
			) : (
				<span className={styles.wait}>{words(next)}</span>
			)}
		</li>
	);
}

function useFacts(overview: Overview): Record<Room, string> {
	const { project } = useText();
	const language = useLanguage();
	const words = project.overview;
	const number = (value: number) => formatNumber(value, language);
	const answers = overview.rounds.reduce((sum, round) => sum + round.answered, 0);
	const list = (...parts: (string | false)[]) => parts.filter(Boolean).join(', ') || words.nothing;
	return {
		design: list(overview.instruments > 0 && words.instruments(overview.instruments)),
		collect: list(
			overview.rounds.length > 0 && words.rounds(overview.rounds.length),
			answers > 0 && words.answers(number(answers)),
			overview.documents.length > 0 && words.documents(overview.documents.length),
		),
		analyse: list(
			overview.codes > 0 && words.codes(overview.codes),
			overview.codings > 0 && words.codings(number(overview.codings), overview.codings === 1),
		),
		report: list(
			overview.reports.length > 0 && words.reports(overview.reports.length),
			overview.reports.length > 0 && words.words(number(overview.reports.reduce((sum, one) => sum + one.words, 0))),
		),
	};
}

function useNextWords(): (next: NextStep) => string {
	const words = useText().project.overview.next;
	return (next) => {
		if (next.kind === 'fillDetails') return words.details;
		if (
			next.kind === 'importAnswers' ||
			next.kind === 'readResults' ||
			next.kind === 'startCoding' ||
			next.kind === 'continueReport'
		)
			return words[next.kind](next.name);
		return words[next.kind];
	};
}
