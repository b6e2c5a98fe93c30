import { Button } from '@mantine/core';
import { IconGitBranch } from '@tabler/icons-react';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { useCall } from '../../../api/use-call.ts';
import { navigate } from '../../../app/hash-location.ts';
import { useLanguage, useText } from '../../../app/text.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Page } from '../../../ui/page.tsx';
import { EditorWorkspace } from './editor-workspace.tsx';
import { useEdit } from './use-edit.ts';
import { useNewVersion } from './versions-panel.tsx';

/** A questionnaire of the project being made; one that has responses leads to a new version. */
export function EditorPage({ id }: { id: number }) {
	const { editor: text, instrument: words } = useText();
	const language = useLanguage();
	const found = useCall('instrument.get', { id });
	const edit = useEdit(id);
	const newVersion = useNewVersion();
	if (!found.data)
		return (
			<Page title={words.title}>
				{found.error ? <ErrorNote error={found.error} retry={() => void found.refetch()} /> : <Loading />}
			</Page>
		);
	const { definition, responses, out } = found.data;
	const title = inLanguage(definition.title, language) || text.untitled;
	if (responses > 0 || out !== null)
		return (
			<Page title={title} kicker={words.version(definition.version)}>
				<EmptyState
					title={responses > 0 || out === null ? text.answeredTitle : text.outTitle(out)}
					actions={
						<>
							<Button
								variant="filled"
								leftSection={<IconGitBranch size={16} stroke={1.6} aria-hidden />}
								onClick={() => void newVersion(id)}
							>
								{text.versions.new}
							</Button>
							<Button onClick={() => navigate(`/design/instrument/${id}`)}>{text.done}</Button>
						</>
					}
				>
					{responses > 0 ? text.answered : text.out}
				</EmptyState>
			</Page>
		);
	return <EditorWorkspace edit={edit} id={id} title={title} instrument={definition} />;
}
