import { Button, Select, Table } from '@mantine/core';
import { IconBook2, IconTrash } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { documentKind, type SpeakerRole, speakerRole } from '#shared/domain/document/model.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useNotes } from '../../app/notes.tsx';
import { useLanguage, useText } from '../../app/text.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { SavedInput, SavedTextarea } from '../../ui/saved-field.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './material.module.css';

type Material = Output<'document.get'>;

/** What is known of one transcript: its title, kind and day, who speaks in it, and the evaluator's notes on it. */
export function MaterialItemPage({ id }: { id: number }) {
	const text = useText().document;
	const language = useLanguage();
	const notes = useNotes();
	const [, navigate] = useLocation();
	const read = useCall('document.get', { id });
	const remove = useRun('document.remove').run;
	const material = read.data;
	if (!material) return <Page title={text.title}>{read.error ? <ErrorNote error={read.error} /> : <Loading />}</Page>;
	const onRemove = async () => {
		if (!(await remove({ id }))) return;
		navigate('/collect/material');
		notes.showDone(text.details.removed(material.title), text.details.removedHelp);
	};
	const facts = [
		text.turns(material.turns.length),
		text.words(formatNumber(material.words, language)),
		text.codings(material.codings),
	];
	return (
		<Page
			title={material.title}
			subtitle={facts.join(' · ')}
			width="reading"
			actions={
				<>
					<Button
						component={Link}
						to={`/analyse/document/${id}`}
						variant="filled"
						leftSection={<IconBook2 size={16} stroke={1.6} aria-hidden />}
					>
						{text.details.read}
					</Button>
					<Button onClick={() => void onRemove()} leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}>
						{text.details.remove}
					</Button>
				</>
			}
		>
			<Details material={material} />
			<Speakers material={material} />
		</Page>
	);
}

function Details({ material }: { material: Material }) {
	const text = useText().document;
	const update = useRun('document.update').run;
	const { id } = material;
	return (
		<Section title={text.details.heading}>
			<div className={styles.form}>
				<SavedInput
					label={text.details.title}
					value={material.title}
					maxLength={300}
					wrong={(title) => (title === '' ? text.details.titleNeeded : undefined)}
					save={(title) => update({ id, title })}
				/>
				<div className={styles.pair}>
					<Select
						label={text.details.kind}
						data={documentKind.options.map((value) => ({ value, label: text.kinds[value] }))}
						value={material.kind}
						allowDeselect={false}
						onChange={(value) => {
							const kind = documentKind.safeParse(value);
							if (kind.success) void update({ id, kind: kind.data });
						}}
					/>
					<DateInput
						label={text.details.date}
						value={material.date ?? ''}
						onChange={(day) => {
							if (day !== (material.date ?? '')) void update({ id, date: day || null });
						}}
					/>
				</div>
				<SavedTextarea
					label={text.details.memo}
					description={text.details.memoHelp}
					minRows={3}
					maxRows={16}
					value={material.memo}
					save={(memo) => update({ id, memo })}
				/>
			</div>
		</Section>
	);
}

function Speakers({ material }: { material: Material }) {
	const text = useText().document;
	const language = useLanguage();
	const update = useRun('document.updateSpeaker').run;
	if (material.speakers.length === 0) {
		return <Section title={text.details.speakers}>{text.details.noSpeakers}</Section>;
	}
	const turnsOf = (id: number) => material.turns.filter((turn) => turn.speakerId === id).length;
	const roles = speakerRole.options.map((value) => ({ value, label: text.roles[value] }));
	return (
		<Section title={text.details.speakers} lead={text.details.speakersLead}>
			<Table aria-label={text.details.speakers} verticalSpacing={6}>
				<Table.Thead>
					<Table.Tr>
						<Table.Th scope="col">{text.details.label}</Table.Th>
						<Table.Th scope="col">{text.details.role}</Table.Th>
						<Table.Th scope="col" className={styles.number}>
							{text.details.turns}
						</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{material.speakers.map((speaker) => (
						<Table.Tr key={speaker.id}>
							<Table.Td>
								<SavedInput
									aria-label={text.details.labelOf(speaker.label)}
									value={speaker.label}
									maxLength={120}
									wrong={(label) => (label === '' ? text.details.labelNeeded : undefined)}
									save={(label) => update({ id: speaker.id, label })}
								/>
							</Table.Td>
							<Table.Td>
								<Select
									aria-label={text.details.roleOf(speaker.label)}
									data={roles}
									value={speaker.role}
									allowDeselect={false}
									onChange={(value) => {
										if (value && value !== speaker.role) void update({ id: speaker.id, role: value as SpeakerRole });
									}}
								/>
							</Table.Td>
							<Table.Td className={styles.number}>{formatNumber(turnsOf(speaker.id), language)}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</Section>
	);
}
