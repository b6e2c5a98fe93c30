import { Button, Kbd } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { shownShortcut } from '../../app/keys.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import styles from './answer.module.css';

type Row = Output<'response.list'>['rows'][number];
/** How many of the latest responses are listed beside the one at hand. */
const listed = 8;

interface DetailsProps {
	roundId: number;
	current: number | null;
	onNew: () => void;
	/** Another response was chosen. */
	onChosen: () => void;
}

/** Beside the questionnaire: the keys, responses that were begun and not finished, and the latest ones. */
export function AnswerDetails({ roundId, current, onNew, onChosen }: DetailsProps) {
	const { response, round } = useText();
	const text = response.enter;
	const language = useLanguage();
	const newest = (status: Row['status'], limit: number) => ({ roundId, status, newest: true, limit });
	const partial = useCall('response.list', newest('partial', listed + 1)).data?.rows ?? [];
	const begun = partial.filter((row) => row.id !== current).slice(0, listed);
	const latest = useCall('response.list', newest('complete', listed)).data?.rows ?? [];
	const link = (row: Row) => (
		<li key={row.id}>
			<Link
				to={`/collect/round/${roundId}/answer?response=${row.id}`}
				aria-current={row.id === current ? 'true' : undefined}
				onClick={onChosen}
			>
				{text.number(formatNumber(row.number, language))}
			</Link>
			<span className={styles.quiet}>{round.origin[row.origin]}</span>
		</li>
	);
	const keys: [string[], string][] = [
		[['1', '9'], text.keys.digit],
		[['Enter', '↓'], text.keys.next],
		[['Shift Enter', '↑'], text.keys.previous],
		[['Delete'], text.keys.clear],
		[['-'], text.keys.skip],
		[[shownShortcut('mod+enter').replace('enter', 'Enter')], text.keys.finish],
	];
	return (
		<div className={styles.details}>
			<Button leftSection={<IconPlus size={16} stroke={1.6} />} onClick={onNew} disabled={current === null}>
				{text.new}
			</Button>
			{begun.length > 0 && (
				<div>
					<h2 className={styles.detailsTitle}>{text.begun}</h2>
					<ul className={styles.list}>{begun.toReversed().map(link)}</ul>
				</div>
			)}
			{latest.length > 0 && (
				<div>
					<h2 className={styles.detailsTitle}>{text.earlier}</h2>
					<ul className={styles.list}>{latest.map(link)}</ul>
				</div>
			)}
			<div>
				<h2 className={styles.detailsTitle}>{text.double}</h2>
				<ul className={styles.list}>
					<li>
						<Link to={`/collect/round/${roundId}/second`}>{response.second.title}</Link>
					</li>
					<li>
						<Link to={`/collect/round/${roundId}/check`}>{response.second.check}</Link>
					</li>
				</ul>
			</div>
			<div>
				<h2 className={styles.detailsTitle}>{text.keysTitle}</h2>
				<dl className={styles.keys}>
					{keys.map(([signs, does]) => (
						<div key={does}>
							<dt>
								{signs.map((sign, index) => (
									<span key={sign}>
										{index > 0 && (signs[0] === '1' ? '–' : ' ')}
										<Kbd>{sign}</Kbd>
									</span>
								))}
							</dt>
							<dd>{does}</dd>
						</div>
					))}
				</dl>
				<p className={styles.quiet}>{text.keys.text}</p>
			</div>
		</div>
	);
}
