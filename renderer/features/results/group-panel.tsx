import { useRef } from 'react';
import { figureOfGroups } from '#shared/domain/figure/build.ts';
import { numbersOf } from '#shared/domain/figure/words.ts';
import type { Analysis, GroupResult, ItemResult } from '#shared/domain/results/model.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Bars } from '../../ui/chart/bars.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { CopyMenu } from './copy-menu.tsx';
import styles from './results.module.css';
import { toldOf } from './scale-block.tsx';

/** One item by group: a bar each, how many people, how many of them in several groups, and which groups are smaller than the promise. */
export function GroupPanel({
	analysis,
	item,
	smallestGroup,
	single,
	setSingle,
}: {
	analysis: Analysis;
	item: ItemResult;
	smallestGroup: number;
	single: boolean;
	setSingle: (single: boolean) => void;
}) {
	const text = useText().results;
	const language = useLanguage();
	const frame = useRef<HTMLDivElement>(null);
	const { by } = analysis;
	if (!by) return null;
	const groups = item.groups ?? [];
	const figure = figureOfGroups(analysis, item.id, language);
	const leaving = figureOfGroups(analysis, item.id, language, { smallestGroup });
	const someSmall = groups.some((group) => group.size < smallestGroup);
	const block = [
		'::: group-figure',
		`round: ${analysis.round}`,
		`item: ${item.id}`,
		`by: ${by.id}`,
		...(single ? ['single-group-only: yes'] : []),
		':::\n',
	].join('\n');
	return (
		<>
			{figure ? (
				<div ref={frame} className={styles.frame}>
					<table className={styles.table} aria-label={text.details.perGroup}>
						<thead className="visually-hidden">
							<ColumnHeads words={[text.details.group, text.block.figure, text.figure.n]} />
						</thead>
						<tbody>
							{groups.map((group) => (
								<tr key={group.value}>
									<th scope="row">
										<GroupName group={group} small={group.size < smallestGroup} />
									</th>
									<td data-bar className={styles.bar} title={toldOf(group)}>
										<span className="visually-hidden">{toldOf(group)}</span>
									</td>
									<td data-number>
										{formatNumber(group.n, language)}
										{group.inSeveral > 0 && (
											<span className="visually-hidden">, {text.details.ofWhomSeveral(group.inSeveral)}</span>
										)}
									</td>
								</tr>
							))}
						</tbody>
					</table>
					<Bars figure={figure} table={frame} />
				</div>
			) : (
				<GroupCounts item={item} smallestGroup={smallestGroup} />
			)}
			<div className={styles.groupFoot}>
				<p className={styles.groupNote}>
					{(single ? text.details.singleNote : text.details.countNote)(by.inSeveral, by.label)}{' '}
					{by.inSeveral > 0 && (
						<button
							type="button"
							className={styles.inlineButton}
							aria-pressed={single}
							onClick={() => setSingle(!single)}
						>
							{text.details.showSingle}
						</button>
					)}
				</p>
				{/* What leaves the program holds no group smaller than the promise. */}
				{leaving && leaving.rows.length > 0 && (
					<CopyMenu name={`${item.label}, ${by.label}`} figure={leaving} table={numbersOf(leaving)} block={block} />
				)}
			</div>
			{someSmall && <p className={styles.groupNote}>{text.details.smallNote(smallestGroup)}</p>}
		</>
	);
}

/** Several choices do not stack to a whole: a row for each group and a column for each option. */
function GroupCounts({ item, smallestGroup }: { item: ItemResult; smallestGroup: number }) {
	const text = useText().results;
	const language = useLanguage();
	if (item.options.length === 0) return null;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<section className={styles.scroll} aria-label={text.details.perGroup} tabIndex={0}>
			<table className={styles.table} data-view="numbers">
				<thead>
					<ColumnHeads
						words={[text.details.group]}
						numbers={[text.figure.n, ...item.options.map(({ label }) => label)]}
					/>
				</thead>
				<tbody>
					{(item.groups ?? []).map((group) => (
						<tr key={group.value}>
							<th scope="row">
								<GroupName group={group} small={group.size < smallestGroup} />
							</th>
							<td data-number>{formatNumber(group.n, language)}</td>
							{group.options.map((option) => (
								<td key={option.value} data-number>
									{formatNumber(option.count, language)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function GroupName({ group, small }: { group: GroupResult; small: boolean }) {
	const words = useText().results.details;
	return (
		<>
			{group.label}
			{small && (
				<>
					<span aria-hidden>*</span>
					<span className="visually-hidden"> ({words.small})</span>
				</>
			)}
		</>
	);
}
