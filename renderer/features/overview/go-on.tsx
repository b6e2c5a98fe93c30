import { type Icon, IconChartBar, IconFileText } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { documentKind } from '#shared/domain/document/model.ts';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { documentIcon } from '../../ui/document-icon.ts';
import { Section } from '../../ui/section.tsx';
import styles from './overview.module.css';

const most = 5;

/** Where one may carry on: the newest report, what is not coded yet or least, and the rounds. */
export function GoOn({ overview }: { overview: Output<'project.overview'> }) {
	const { project } = useText();
	const words = project.overview.goOn;
	const things = useThings(overview).slice(0, most);
	return (
		<Section title={words.title}>
			{things.length === 0 && <p className={styles.quiet}>{words.empty}</p>}
			<ul className={styles.goOn}>
				{things.map(({ to, icon: Glyph, title, detail }) => (
					<li key={to}>
						<Link to={to} className={styles.goOnLink}>
							<Glyph size={18} stroke={1.6} aria-hidden />
							<span>
								<span className={styles.goOnTitle}>{title}</span>
								<span className={styles.goOnDetail}>{detail}</span>
							</span>
						</Link>
					</li>
				))}
			</ul>
		</Section>
	);
}

function useThings({ reports, documents, rounds }: Output<'project.overview'>) {
	const { project } = useText();
	const language = useLanguage();
	const words = project.overview.goOn;
	const number = (value: number) => formatNumber(value, language);
	const things: { to: string; icon: Icon; title: string; detail: string }[] = [];
	for (const one of reports.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, 1))
		things.push({
			to: `/report/${one.id}`,
			icon: IconFileText,
			title: one.title,
			detail: words.changed(formatDate(one.updatedAt, language)),
		});
	for (const one of documents.toSorted((a, b) => a.codings - b.codings).slice(0, 2))
		things.push({
			to: `/analyse/document/${one.id}`,
			icon: documentIcon(documentKind.parse(one.kind)),
			title: one.title,
			detail: one.codings === 0 ? words.uncoded : words.coded(number(one.codings)),
		});
	for (const one of rounds.toReversed().slice(0, 2))
		things.push({
			to: one.answered > 0 ? `/analyse/round/${one.id}` : `/collect/round/${one.id}`,
			icon: IconChartBar,
			title: one.name,
			detail:
				one.invited === null
					? words.answeredOnly(number(one.answered))
					: words.answered(number(one.answered), number(one.invited)),
		});
	return things;
}
