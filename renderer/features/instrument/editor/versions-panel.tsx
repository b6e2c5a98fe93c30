import { Button, NativeSelect } from '@mantine/core';
import { IconGitBranch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import type { ItemChange } from '#shared/domain/instrument/versions.ts';
import { useCall } from '../../../api/use-call.ts';
import { useRun } from '../../../api/use-run.ts';
import { navigate } from '../../../app/hash-location.ts';
import { useNotes } from '../../../app/notes.tsx';
import { useLanguage, useText } from '../../../app/text.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import styles from './versions.module.css';

/** Makes the next version and goes to edit it. */
export function useNewVersion(): (id: number) => Promise<void> {
	const { editor: text } = useText();
	const { showDone } = useNotes();
	const { run } = useRun('instrument.newVersion');
	return async (id) => {
		const made = await run({ id });
		if (!made) return;
		showDone(text.versions.made(made.version));
		navigate(`/design/instrument/${made.id}/edit`);
	};
}

/** The versions of a questionnaire, and what has changed between two of them with whether results are still comparable. */
export function VersionsPanel({ id, instrumentKey }: { id: number; instrumentKey: string }) {
	const { editor: text } = useText();
	const words = text.versions;
	const all = useCall('instrument.list', {}).data ?? [];
	const newVersion = useNewVersion();
	const [chosen, setChosen] = useState<number | null>(null);
	const own = all
		.flatMap((one) => (one.id !== null && one.key === instrumentKey ? [{ ...one, id: one.id }] : []))
		.sort((a, b) => b.version - a.version);
	const here = own.find((one) => one.id === id);
	const others = own.filter((one) => one.id !== id);
	const earlier = others.find((one) => one.version < (here?.version ?? 0));
	const other = others.find((one) => one.id === chosen) ?? earlier ?? others[0];
	const [before, after] = !other || !here ? [] : other.version < here.version ? [other, here] : [here, other];
	return (
		<div className={styles.panel}>
			<ul className={styles.list}>
				{own.map((one) => (
					<li key={one.id}>
						{one.id === id ? (
							<strong>
								{text.versions.version(one.version)} · {words.current}
							</strong>
						) : (
							<Link to={`/design/instrument/${one.id}`}>{text.versions.version(one.version)}</Link>
						)}{' '}
						<span className={styles.facts}>{words.answers(one.rounds, one.responses)}</span>
					</li>
				))}
			</ul>
			<Button
				leftSection={<IconGitBranch size={16} stroke={1.6} aria-hidden />}
				onClick={() => void newVersion(id)}
				className={styles.new}
			>
				{words.new}
			</Button>
			{others.length === 0 && <p className={styles.facts}>{words.only}</p>}
			{others.length > 0 && other && (
				<NativeSelect
					label={words.compareWith}
					className={styles.with}
					value={String(other.id)}
					onChange={(event) => setChosen(Number(event.currentTarget.value))}
					data={others.map((one) => ({ value: String(one.id), label: words.version(one.version) }))}
				/>
			)}
			{before && after && <Comparison before={before.id} after={after.id} />}
		</div>
	);
}

function Comparison({ before, after }: { before: number; after: number }) {
	const { editor: text } = useText();
	const words = text.versions;
	const found = useCall('instrument.compare', { before, after });
	if (found.error) return <ErrorNote error={found.error} retry={() => void found.refetch()} />;
	if (!found.data) return <Loading />;
	const changed = found.data.filter((one) => one.kinds.length > 0);
	const same = found.data.length - changed.length;
	if (changed.length === 0) return <p>{words.all}</p>;
	return (
		<>
			<table className={styles.table}>
				<caption className="visually-hidden">{words.table}</caption>
				<thead>
					<tr>
						<th scope="col">{words.question}</th>
						<th scope="col">{words.change}</th>
						<th scope="col">{words.results}</th>
					</tr>
				</thead>
				<tbody>
					{changed.map((one) => (
						<Row key={one.uid} change={one} />
					))}
				</tbody>
			</table>
			{same > 0 && <p className={styles.facts}>{words.same(same)}</p>}
		</>
	);
}

function Row({ change: { before, after, kinds, comparable } }: { change: ItemChange }) {
	const { editor: text } = useText();
	const language = useLanguage();
	const words = text.versions;
	const side = after ?? before;
	const now = side ? inLanguage(side.text, language) : '';
	const was = before ? inLanguage(before.text, language) : '';
	return (
		<tr>
			<th scope="row">
				<span className={styles.number}>
					{before && after && before.id !== after.id ? `${before.id} → ${after.id}` : side?.id}
				</span>{' '}
				{now || text.untitled}
				{after && before && was !== now && <span className={styles.was}>{words.was(was)}</span>}
			</th>
			<td>{kinds.map((kind) => words.kinds[kind]).join(', ')}</td>
			<td data-comparable={comparable} className={styles.comparable}>
				{words.comparable[comparable]}
			</td>
		</tr>
	);
}
