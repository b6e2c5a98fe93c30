import { Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReportProblem } from '#shared/domain/report/model.ts';
import { useText } from '../../app/text.tsx';
import { keyed } from '../../ui/keyed.ts';
import styles from './report.module.css';

/** How many things stand in the way of an export; the list leads to each. */
export function ProblemList({
	problems,
	known,
	show,
}: {
	problems: readonly ReportProblem[];
	/** False while the text is being checked. */
	known: boolean;
	show: (line: number) => void;
}) {
	const { report } = useText();
	const words = report.screen;
	const icon = { size: 17, stroke: 1.6 };
	if (problems.length === 0) {
		return (
			<p className={styles.sound} role="status">
				{known && (
					<>
						<IconCircleCheck {...icon} aria-hidden /> {words.noProblems}
					</>
				)}
			</p>
		);
	}
	return (
		<Menu position="bottom-end" width={420}>
			<Menu.Target>
				<Button variant="subtle" color="red" leftSection={<IconAlertTriangle {...icon} />} className={styles.problems}>
					{words.problems(problems.length)}
				</Button>
			</Menu.Target>
			<Menu.Dropdown className={styles.problemMenu}>
				{keyed(problems.slice(0, 50), (one) => `${one.line} ${one.column}`).map(({ key, one }) => (
					<Menu.Item key={key} onClick={() => show(one.line)}>
						<span className={styles.problemLine}>{words.problemAt(one.line)}</span>{' '}
						{report.problems[one.reason](one.name, one.detail)}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
