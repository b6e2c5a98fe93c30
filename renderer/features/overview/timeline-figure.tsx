import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { documentKind } from '#shared/domain/document/model.ts';
import { layTimeline } from '#shared/domain/project/timeline.ts';
import { formatDate } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './timeline.module.css';

interface Thing {
	key: string;
	row: string;
	date: string | null;
	title: string;
	to: string;
	/** People who answered or were heard. */
	people: number;
}

const surveys = 'surveys';
const lane = 36;

/**
 * Who was asked, how and when: a row for each way of asking, a mark for each occasion with the number of people in it. Each mark is a link
 * whose name says all that its place shows, so the figure needs no other text beside it.
 */
export function TimelineFigure({ overview }: { overview: Output<'project.overview'> }) {
	const { project } = useText();
	const language = useLanguage();
	const words = project.overview.timeline;
	const things = thingsOf(overview);
	const dated = things.filter((one): one is Thing & { date: string } => one.date !== null);
	const line = layTimeline(dated, [surveys, ...documentKind.options]);
	const byKey = new Map(things.map((one) => [one.key, one]));
	const undated = things.length - dated.length;
	const day = (iso: string) => formatDate(iso, language);
	return (
		<Section title={words.title}>
			{line ? (
				<figure className={styles.figure} aria-label={words.summary(day(line.from), day(line.to))}>
					{line.rows.map(({ row, lanes, marks }) => (
						<div key={row} className={styles.row}>
							<div className={styles.label}>
								{row === surveys ? words.surveys : words.kinds[documentKind.parse(row)]}
							</div>
							<ul className={styles.track} style={{ height: lanes * lane }}>
								{marks.map((mark) => {
									const thing = byKey.get(mark.key);
									if (!thing?.date) return null;
									const name = `${words.mark(thing.title, day(thing.date))}, ${words.people(thing.people)}`;
									return (
										<li
											key={mark.key}
											className={styles.place}
											style={{ left: `${100 * mark.at}%`, top: mark.lane * lane }}
										>
											<Link to={thing.to} className={styles.mark} aria-label={name} title={name}>
												{thing.people > 0 ? thing.people : ''}
											</Link>
										</li>
									);
								})}
							</ul>
						</div>
					))}
					<div className={styles.ticks} aria-hidden>
						{line.ticks.map((tick, index) => (
							<span key={tick.date} style={{ left: `${100 * tick.at}%` }}>
								{tickLabel(tick.date, language, line.ticks[index - 1]?.date)}
							</span>
						))}
					</div>
				</figure>
			) : (
				<p className={styles.note}>{words.empty}</p>
			)}
			{line && undated > 0 && <p className={styles.note}>{words.undated(undated)}</p>}
		</Section>
	);
}

function thingsOf({ rounds, documents }: Output<'project.overview'>): Thing[] {
	return [
		...rounds.map((one) => ({
			key: `round-${one.id}`,
			row: surveys,
			date: one.date,
			title: one.name,
			to: `/collect/round/${one.id}`,
			people: one.answered,
		})),
		...documents.map((one) => ({
			key: `document-${one.id}`,
			row: one.kind,
			date: one.date,
			title: one.title,
			to: `/analyse/document/${one.id}`,
			people: one.people,
		})),
	];
}

/** "jun 2016" for the first tick and the first of each year, else "sep". */
function tickLabel(iso: string, language: 'sv' | 'en', before: string | undefined): string {
	const year = before?.slice(0, 4) === iso.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
	return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
		month: 'short',
		timeZone: 'UTC',
		...year,
	}).format(new Date(`${iso}T00:00:00Z`));
}
