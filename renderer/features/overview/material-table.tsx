import { Link } from 'wouter';
import type { Output } from '#shared/contract/calls.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './overview.module.css';

const most = 6;

/** Transcripts and notes with their words and codings. */
export function MaterialTable({ documents }: { documents: Output<'project.overview'>['documents'] }) {
	const { frame, project } = useText();
	const language = useLanguage();
	const words = project.overview.material;
	const number = (value: number) => formatNumber(value, language);
	return (
		<Section
			title={words.title}
			actions={documents.length > most && <Link to="/collect/material">{words.more(documents.length)}</Link>}
		>
			{documents.length === 0 ? (
				<p className={styles.quiet}>{frame.list.noMaterial}</p>
			) : (
				<table className={styles.table}>
					<thead>
						<tr>
							<th scope="col">{words.document}</th>
							<th scope="col">{words.people}</th>
							<th scope="col">{words.words}</th>
							<th scope="col">{words.codings}</th>
						</tr>
					</thead>
					<tbody>
						{documents.slice(0, most).map((one) => (
							<tr key={one.id}>
								<th scope="row">
									<Link to={`/analyse/document/${one.id}`} className={styles.tableLink}>
										{one.title}
									</Link>
								</th>
								<td>{one.people > 0 ? number(one.people) : '–'}</td>
								<td>{number(one.words)}</td>
								<td>{number(one.codings)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</Section>
	);
}
