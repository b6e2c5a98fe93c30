import { Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';
import { shortName } from '#shared/domain/instrument/text.ts';
import { problemTexts } from '#shared/i18n/problem-text.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** The identity of the item that a problem stands in; null where it is in the whole or in a scale. */
export function placeOfProblem(instrument: Instrument, problem: InstrumentProblem): string | null {
	const item = instrument.items.find(
		(one) => one.id === problem.at || (one.type === 'matrix' && one.rows.some((row) => row.id === problem.at)),
	);
	return item ? uidOf(item) : null;
}

/** What must be mended before the questionnaire is used; each leads to its place. */
export function ProblemsMenu({ problems }: { problems: readonly InstrumentProblem[] }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const { instrument, choose } = useEditor();
	const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const;
	if (problems.length === 0)
		return (
			<p className={styles.sound} role="status">
				<IconCircleCheck {...icon} /> {text.problems.none}
			</p>
		);
	const seen = new Map<string, number>();
	return (
		<Menu position="bottom-end" width={420}>
			<Menu.Target>
				<Button variant="subtle" color="red" leftSection={<IconAlertTriangle {...icon} />}>
					{text.problems.button(problems.length)}
				</Button>
			</Menu.Target>
			<Menu.Dropdown className={styles.problemMenu}>
				<Menu.Label>{text.problems.notYet}</Menu.Label>
				{problems.slice(0, 100).map((problem) => {
					const uid = placeOfProblem(instrument, problem);
					const item = instrument.items.find((one) => uidOf(one) === uid);
					const scale = instrument.scales.find((one) => one.id === problem.at);
					const name = item
						? shortName(item, language) || text.untitled
						: scale
							? text.fields.scale
							: text.problems.whole;
					const key = `${problem.kind} ${problem.at} ${problem.value}`;
					seen.set(key, (seen.get(key) ?? 0) + 1);
					return (
						<Menu.Item key={`${key} ${seen.get(key)}`} onClick={() => choose(uid)}>
							<span className={styles.problemAt}>{item ? `${problem.at} · ${name}` : name}</span>
							<br />
							{problemTexts[language][problem.kind](problem.value)}
						</Menu.Item>
					);
				})}
			</Menu.Dropdown>
		</Menu>
	);
}
