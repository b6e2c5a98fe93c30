import type { Language } from '#shared/contract/basics.ts';

const names: Record<Language, string> = { sv: 'Svenska', en: 'English' };

interface LanguageSwitchProps {
	languages: readonly Language[];
	language: Language;
	label: string;
	onChange: (language: Language) => void;
}

/** The form in the respondent's own language; each is named in its own. */
export function LanguageSwitch({ languages, language, label, onChange }: LanguageSwitchProps) {
	return (
		<fieldset className="languages">
			<legend className="hidden">{label}</legend>
			{languages.map((one) => (
				<button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => onChange(one)}>
					{names[one]}
				</button>
			))}
		</fieldset>
	);
}
