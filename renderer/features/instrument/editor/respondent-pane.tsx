import { Button, SegmentedControl } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '#shared/contract/basics.ts';
import type { Item } from '#shared/domain/instrument/model.ts';
import { useText } from '../../../app/text.tsx';
import { Questionnaire } from '../respondent/questionnaire.tsx';
import { useTrial } from '../respondent/use-trial.ts';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** The questionnaire as a respondent meets it, answered live; what is edited is brought into view. */
export function RespondentPane({ item }: { item: Item | null }) {
	const { editor: text, frame } = useText();
	const { instrument, languages } = useEditor();
	const [wanted, setWanted] = useState<Language | null>(null);
	const { answers, change, restart, untouched } = useTrial(instrument);
	const sheet = useRef<HTMLDivElement>(null);
	const language = wanted && languages.includes(wanted) ? wanted : (languages[0] ?? 'sv');
	const id = item?.type === 'matrix' ? item.rows[0]?.id : item?.id;
	useEffect(() => {
		if (id === undefined) return;
		const found = sheet.current?.querySelector(`[data-question="${CSS.escape(id)}"]`);
		found?.scrollIntoView({ block: 'nearest' });
	}, [id]);
	return (
		<>
			<h2 className="visually-hidden">{text.respondent}</h2>
			<div className={styles.sheetTools}>
				{languages.length > 1 && (
					<SegmentedControl
						size="xs"
						aria-label={text.sheet.language}
						value={language}
						onChange={(value) => setWanted(value === 'en' ? 'en' : 'sv')}
						data={languages.map((one) => ({ value: one, label: frame.languages[one] }))}
					/>
				)}
				<p className={styles.hint}>{text.sheet.note}</p>
				<Button
					size="xs"
					variant="subtle"
					leftSection={<IconRotate size={15} stroke={1.6} aria-hidden />}
					onClick={restart}
					disabled={untouched}
				>
					{text.sheet.restart}
				</Button>
			</div>
			<div ref={sheet} className={styles.sheet}>
				{instrument.items.length === 0 ? (
					<p className={styles.hint}>{text.sheet.nothing}</p>
				) : (
					<Questionnaire
						instrument={instrument}
						answers={answers}
						onChange={change}
						language={language}
						framed
						digits={false}
					/>
				)}
			</div>
		</>
	);
}
