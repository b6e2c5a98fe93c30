import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Instrument, Option } from '#shared/domain/instrument/model.ts';
import { countQuestions, questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { AdvicePanel } from './advice-panel.tsx';
import styles from './instrument.module.css';

interface FactsProps {
	definition: Instrument;
	/** The row in the project; null for one that it has not taken in. */
	id: number | null;
	onRemove: (() => void) | null;
}

/** What a questionnaire consists of: questions by kind, scales with their options, and the rounds it is used in. */
export function InstrumentFacts({ definition, id, onRemove }: FactsProps) {
	const { instrument: text } = useText();
	const language = useLanguage();
	const rounds = useCall('round.list', {}).data?.filter((one) => one.instrumentId === id) ?? [];
	const questions = questionsOf(definition);
	const kinds = [...new Set(questions.map((one) => one.type))];
	const conditional = questions.filter((one) => one.conditions.length > 0).length;
	return (
		<div className={styles.facts}>
			<div>
				<h2 className={styles.factsTitle}>{text.byType}</h2>
				<dl className={styles.pairs}>
					{kinds.map((kind) => (
						<div key={kind} style={{ display: 'contents' }}>
							<dt>{text.types[kind]}</dt>
							<dd>{questions.filter((one) => one.type === kind).length}</dd>
						</div>
					))}
				</dl>
				<p className={styles.small}>
					{text.questions(countQuestions(questions))} · {text.version(definition.version)}
				</p>
				{conditional > 0 && <p className={styles.small}>{text.conditional(conditional)}</p>}
			</div>
			{definition.scales.length > 0 && (
				<div>
					<h2 className={styles.factsTitle}>{text.scales}</h2>
					{definition.scales.map((scale) => (
						<div key={scale.id}>
							<p className={styles.small}>
								{text.scaleUsed(questions.filter((one) => one.scale === scale.id).length)}. {text.scaleNote}
							</p>
							<ol className={styles.scale}>
								{scale.options.map((option) => (
									<li key={option.value}>
										<span
											className={styles.swatch}
											data-outside={option.missing || undefined}
											style={option.missing ? undefined : { background: shade(option, scale.options) }}
											aria-hidden
										/>
										{inLanguage(option.label, language)}
									</li>
								))}
							</ol>
						</div>
					))}
				</div>
			)}
			<div>
				<h2 className={styles.factsTitle}>{text.usedIn}</h2>
				{rounds.length === 0 && <p>{text.unused}</p>}
				<ul className={styles.scale}>
					{rounds.map((one) => (
						<li key={one.id}>
							<Link to={`/collect/round/${one.id}`}>{one.name}</Link>
						</li>
					))}
				</ul>
			</div>
			<AdvicePanel instrument={definition} invited={rounds.findLast((one) => one.invited !== null)?.invited ?? null} />
			{onRemove && (
				<div>
					<Button className={styles.remove} onClick={onRemove}>
						{text.remove}
					</Button>
				</div>
			)}
		</div>
	);
}

/** The colour of a step, as figures have it: four steps leave out the neutral middle, and options outside the scale do not count. */
function shade(option: Option, options: readonly Option[]): string {
	const steps = options.filter((one) => !one.missing);
	const index = steps.indexOf(option);
	const position = steps.length === 1 ? 5 : Math.round((index / (steps.length - 1)) * 4) + 1;
	const step = steps.length === 4 ? ([1, 2, 4, 5][index] ?? 5) : position;
	return `var(--scale-${step})`;
}
