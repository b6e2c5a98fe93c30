import { Button } from '@mantine/core';
import { IconChartBar, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Output } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { navigate } from '../../app/hash-location.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { BreachList } from './breach-list.tsx';
import styles from './import.module.css';
import { ProblemList } from './problem-list.tsx';

interface DoneProps {
	roundId: number;
	name: string;
	result: Output<'response.import'>;
	instrument: Instrument;
	onAgain: () => void;
}

/** What an import stored, what was there already and what could not be read, and where to go from here. */
export function ImportDone({ roundId, name, result, instrument, onAgain }: DoneProps) {
	const { import: text } = useText().response;
	const language = useLanguage();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	const shown = (n: number) => formatNumber(n, language);
	const bad = result.read - result.stored - result.skipped;
	return (
		<>
			<div className={styles.done}>
				<IconCheck size={26} stroke={1.6} aria-hidden className={styles.doneIcon} />
				<div>
					<h2 ref={heading} tabIndex={-1} className={styles.dropTitle}>
						{text.done}
					</h2>
					<p role="status">
						{[
							text.doneLine(result.stored, shown(result.stored)),
							...(result.skipped > 0 ? [text.doneSkipped(result.skipped, shown(result.skipped))] : []),
							...(bad > 0 ? [text.doneBad(bad, shown(bad))] : []),
						].join(' ')}
					</p>
					<p className={styles.quiet}>{name}</p>
					<div className={styles.doneButtons}>
						<Button variant="filled" onClick={() => navigate(`/collect/round/${roundId}`)}>
							{text.toRound}
						</Button>
						<Button
							leftSection={<IconChartBar size={17} stroke={1.6} />}
							onClick={() => navigate(`/analyse/round/${roundId}`)}
						>
							{text.toResults}
						</Button>
						<Button variant="subtle" onClick={onAgain}>
							{text.again}
						</Button>
					</div>
				</div>
			</div>
			{result.problems.length > 0 && <ProblemList name={name} problems={result.problems} />}
			<BreachList breaches={result.breaches} instrument={instrument} />
		</>
	);
}
