import { Button, Switch } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link, useSearchParams } from 'wouter';
import { withDescendants } from '#shared/domain/coding/tree.ts';
import { useCall } from '../../api/use-call.ts';
import { useRun } from '../../api/use-run.ts';
import { useText } from '../../app/text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { pathOf } from './code-tree-rows.ts';
import styles from './codebook.module.css';
import { ExcerptList } from './excerpt-list.tsx';

/** One code: what it means, and every passage that has it, across transcripts and open answers. */
export function CodePage({ id }: { id: number }) {
	const text = useText();
	const [params, setParams] = useSearchParams();
	const descendants = params.get('under') === '1';
	const codes = useCall('code.list', {});
	const excerpts = useCall('coding.excerpts', { codeId: id, descendants }, { keep: true });
	const remove = useRun('coding.remove').run;
	const update = useRun('coding.update').run;
	const code = codes.data?.find((one) => one.id === id);
	if (!code || !excerpts.data) {
		const refused = excerpts.error ?? codes.error;
		return <Page title={text.code.kicker}>{refused ? <ErrorNote error={refused} /> : <Loading />}</Page>;
	}
	const all = codes.data ?? [];
	const hasChildren = withDescendants(all, id).size > 1;
	const sources = new Set(excerpts.data.map((one) => one.source)).size;
	return (
		<Page
			kicker={[text.code.kicker, ...pathOf(all, code)].join(' / ')}
			title={code.name}
			width="reading"
			subtitle={text.code.excerptCount(excerpts.data.length, sources)}
			actions={
				<Button
					component={Link}
					to={`/analyse/codebook?code=${id}`}
					leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
				>
					{text.code.edit}
				</Button>
			}
		>
			{code.definition && <p className={styles.lead}>{code.definition}</p>}
			{hasChildren && (
				<Switch
					className={styles.under}
					label={text.code.withChildren}
					checked={descendants}
					onChange={(event) => {
						const { checked } = event.currentTarget;
						setParams(checked ? { under: '1' } : {}, { replace: true });
					}}
				/>
			)}
			{excerpts.data.length === 0 ? (
				<EmptyState title={text.code.noExcerpts}>{text.code.noExcerptsText}</EmptyState>
			) : (
				<ExcerptList
					excerpts={excerpts.data}
					codes={all}
					codeId={id}
					onRemove={(excerpt) => void remove({ id: excerpt.id })}
					onMemo={(excerpt, memo) => update({ id: excerpt.id, memo })}
				/>
			)}
		</Page>
	);
}
