import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { clockText } from './clock-text.ts';
import { CodingWorkspace } from './coding-workspace.tsx';
import { transcriptContent } from './reader/content.ts';
import type { ToTarget } from './use-codings.ts';

const none: never[] = [];

/** A transcript to read and code. */
export function DocumentPage({ id }: { id: number }) {
	const text = useText().document;
	const language = useLanguage();
	const read = useCall('document.get', { id });
	const codings = useCall('coding.list', { documentId: id });
	const document = read.data;
	const { text: words, turns, speakers } = document ?? { text: '', turns: none, speakers: none };
	const content = useMemo(
		() => transcriptContent({ text: words, turns, speakers }, (time) => clockText(time, language)),
		[words, turns, speakers, language],
	);
	const toTarget = useMemo<ToTarget>(
		() => (range) => ({ ...range, shown: range, target: { kind: 'document', documentId: id } }),
		[id],
	);
	const refused = read.error ?? codings.error;
	if (!document || !codings.data) {
		return <Page title={text.title}>{refused ? <ErrorNote error={refused} /> : <Loading />}</Page>;
	}
	const facts = [
		text.kinds[document.kind],
		document.date && formatDate(document.date, language),
		document.informants > 0 && text.people(document.informants),
		text.words(formatNumber(document.words, language)),
		text.codings(codings.data.length),
	];
	return (
		<CodingWorkspace
			title={document.title}
			subtitle={facts.filter(Boolean).join(' · ')}
			actions={
				<Button
					component={Link}
					to={`/collect/material/${id}`}
					leftSection={<IconInfoCircle size={16} stroke={1.6} aria-hidden />}
				>
					{text.details.heading}
				</Button>
			}
			content={content}
			stored={codings.data}
			toTarget={toTarget}
			textLabel={text.reader.text(document.title)}
		/>
	);
}
