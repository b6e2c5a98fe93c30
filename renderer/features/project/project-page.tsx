import { NumberInput, Radio, TextInput } from '@mantine/core';
import type { Language } from '#shared/contract/basics.ts';
import type { Output } from '#shared/contract/calls.ts';
import { inOrder } from '#shared/domain/project/period.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useText } from '../../app/text.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useSavedText } from '../../ui/use-saved-text.ts';
import { FileSection } from './file-section.tsx';
import styles from './project.module.css';

/** Title, commissioner, period, language and the promise to those who answer; saved as they are changed. */
export function ProjectPage() {
	const { project } = useText();
	const { data, error, refetch } = useCall('project.get', {});
	return (
		<Page title={project.details.title} subtitle={project.details.subtitle} width="reading">
			{error && <ErrorNote error={error} retry={() => void refetch()} />}
			{data ? <Details details={data} /> : !error && <Loading />}
		</Page>
	);
}

function Details({ details }: { details: Output<'project.get'> }) {
	const { frame, project } = useText();
	const words = project.details;
	const { run } = useRun('project.update');
	const stored = async (change: Parameters<typeof run>[0]) => (await run(change)) !== null;
	const title = useSavedText(details.title, async (text) => text.trim() === '' || stored({ title: text.trim() }));
	const commissioner = useSavedText(details.commissioner, (text) => stored({ commissioner: text }));
	const { periodStart, periodEnd } = details;
	const smallest = useSavedText(String(details.smallestGroup), async (text) => {
		const number = Number(text);
		return !Number.isInteger(number) || number < 1 || number > 50 || stored({ smallestGroup: number });
	});
	return (
		<>
			<Section title={words.about}>
				<div className={styles.fields}>
					<TextInput
						label={words.name}
						maxLength={300}
						error={title.value.trim() === '' ? words.nameNeeded : null}
						{...asInput(title)}
					/>
					<TextInput
						label={words.commissioner}
						description={words.commissionerHelp}
						maxLength={300}
						{...asInput(commissioner)}
					/>
					<div className={styles.pair}>
						<DateInput
							label={words.from}
							value={periodStart ?? ''}
							onChange={(day) => {
								if (day !== (periodStart ?? '')) void run({ periodStart: day || null });
							}}
						/>
						<DateInput
							label={words.to}
							value={periodEnd ?? ''}
							error={inOrder(periodStart, periodEnd) ? undefined : words.periodOrder}
							onChange={(day) => {
								if (day !== (periodEnd ?? '')) void run({ periodEnd: day || null });
							}}
						/>
					</div>
					<Radio.Group
						label={words.language}
						description={project.create.languageHelp}
						value={details.language}
						onChange={(language) => void run({ language: language as Language })}
					>
						<div className={styles.choices}>
							<Radio value="sv" label={frame.languages.sv} lang="sv" />
							<Radio value="en" label={frame.languages.en} lang="en" />
						</div>
					</Radio.Group>
				</div>
			</Section>
			<Section title={words.promise}>
				<NumberInput
					label={words.smallestGroup}
					description={words.smallestGroupHelp}
					min={1}
					max={50}
					allowDecimal={false}
					clampBehavior="blur"
					styles={{ wrapper: { maxWidth: 120 } }}
					value={smallest.value}
					onChange={(value) => smallest.onChange(String(value))}
					onFocus={smallest.onFocus}
					onBlur={smallest.onBlur}
				/>
			</Section>
			<FileSection path={details.path} />
		</>
	);
}

/** What a text field needs of a text that is saved as it is typed. */
function asInput({ value, onChange, onFocus, onBlur }: ReturnType<typeof useSavedText>) {
	return {
		value,
		onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange(event.currentTarget.value),
		onFocus,
		onBlur,
	};
}
