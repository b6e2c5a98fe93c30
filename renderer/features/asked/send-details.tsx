import type { Input } from '#shared/contract/calls.ts';
import { readEmail } from '#shared/domain/asked/columns.ts';
import type { LetterSettings, UsedField } from '#shared/domain/asked/letters.ts';
import { useText } from '../../app/text.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { SavedInput } from '../../ui/saved-field.tsx';
import styles from './asked.module.css';

interface DetailsProps {
	settings: LetterSettings;
	/** Those that the text uses and that are empty. */
	empty: readonly UsedField[];
	/** YYYY-MM-DD. */
	today: string;
	save: (change: Omit<Input<'asked.saveLetters'>, 'roundId' | 'letter'>) => Promise<unknown>;
}

/** Notes stand under their fields, so that these stay in line. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** What a round's letters are made of beside their text; each field says where the text uses it and it is empty. */
export function SendDetails({ settings, empty, today, save }: DetailsProps) {
	const { asked } = useText();
	const text = asked.sendPage;
	const lacking = (field: UsedField['field']) => {
		const used = empty.find((one) => one.field === field);
		return used && <span className={styles.warn}>{text.unfilled(used.mark)}</span>;
	};
	const past = settings.lastDay !== null && settings.lastDay < today;
	return (
		<div className={`${styles.pair} ${styles.fields}`}>
			<SavedInput
				label={text.link}
				inputWrapperOrder={order}
				description={lacking('link') ?? text.linkNote}
				value={settings.link}
				save={(link) => save({ link })}
			/>
			<DateInput
				label={text.lastDay}
				inputWrapperOrder={order}
				description={lacking('lastDay') ?? (past && <span className={styles.warn}>{text.lastDayPast}</span>)}
				value={settings.lastDay ?? ''}
				onChange={(day) => {
					if (day !== (settings.lastDay ?? '')) void save({ lastDay: day || null });
				}}
			/>
			<SavedInput
				label={text.senderName}
				inputWrapperOrder={order}
				description={lacking('sender')}
				value={settings.senderName}
				save={(senderName) => save({ senderName })}
			/>
			<SavedInput
				label={text.senderEmail}
				inputWrapperOrder={order}
				value={settings.senderEmail}
				wrong={(typed) => (readEmail(typed) === null ? asked.emailWrong : undefined)}
				fault={readEmail(settings.senderEmail) === null ? asked.emailWrong : undefined}
				save={(senderEmail) => save({ senderEmail })}
			/>
		</div>
	);
}
