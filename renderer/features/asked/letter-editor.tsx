import type { Language } from '#shared/contract/basics.ts';
import {
	fillLetter,
	type Letter,
	type LetterKind,
	type LetterSettings,
	marksIn,
	personalLink,
} from '#shared/domain/asked/letters.ts';
import { formatDate, formatNumber } from '#shared/i18n/format.ts';
import { useCall } from '../../api/use-call.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { SavedInput, SavedTextarea } from '../../ui/saved-field.tsx';
import styles from './asked.module.css';

interface EditorProps {
	roundId: number;
	roundName: string;
	settings: LetterSettings;
	kind: LetterKind;
	language: Language;
	onSave: (change: Partial<Letter>) => Promise<unknown>;
}

/** One letter's subject and text, and how it looks to the first who gets it. */
export function LetterEditor({ roundId, roundName, settings, kind, language, onSave }: EditorProps) {
	const { asked } = useText();
	const text = asked.sendPage;
	const shown = useLanguage();
	const letter = settings.texts[language][kind];
	const first = useCall('asked.list', { roundId, status: 'asked', limit: 1 }).data?.rows[0];
	const { used, unknown } = marksIn(`${letter.subject} ${letter.body}`);
	const who = first?.person?.name || asked.person(formatNumber(first?.number ?? 1, shown));
	const values = {
		name: who,
		firstName: first?.person?.firstName || who,
		code: first?.person?.code ?? '',
		link: personalLink(settings.link, first?.person?.code ?? '') || null,
		lastDay: settings.lastDay && formatDate(settings.lastDay, language),
		round: roundName,
		sender: settings.senderName || null,
	};
	const carriesCode = used.has('code') || (used.has('link') && personalLink(settings.link, 'X') !== settings.link);
	return (
		<div className={styles.two}>
			<div className={styles.form}>
				<SavedInput
					label={text.subject}
					value={letter.subject}
					save={(subject) => onSave({ subject })}
					lang={language}
				/>
				<SavedTextarea
					label={text.body}
					value={letter.body}
					save={(body) => onSave({ body })}
					minRows={10}
					lang={language}
				/>
				{unknown.length > 0 && <p className={styles.warn}>{text.unknownMarks(unknown.join(' '))}</p>}
				{used.has('code') && first && !first.hasCode && <p className={styles.warn}>{text.noCodes}</p>}
				{first?.hasCode && !carriesCode && <p className={styles.warn}>{text.codesUnused}</p>}
			</div>
			<div>
				<h3 className={styles.subtitle}>
					{text.preview} {text.previewFor(who)}
				</h3>
				<div className={styles.letter} lang={language}>
					<strong>{fillLetter(letter.subject, values)}</strong>
					{fillLetter(letter.body, values)}
				</div>
			</div>
		</div>
	);
}
