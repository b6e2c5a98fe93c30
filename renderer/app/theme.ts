import {
	ActionIcon,
	Button,
	type CSSVariablesResolver,
	createTheme,
	defaultVariantColorsResolver,
	type MantineColorsTuple,
	Modal,
	Popover,
	Tooltip,
	type VariantColorsResolver,
} from '@mantine/core';

/** Ten times the same token: which shade a component asks for makes no difference, light and dark are in the token. */
const one = (token: string): MantineColorsTuple => {
	const value = `var(--${token})`;
	return [value, value, value, value, value, value, value, value, value, value];
};

/** The words that Mantine has for colours, and the tokens they mean here. */
const meanings: Record<string, string> = {
	accent: 'accent',
	blue: 'accent',
	teal: 'accent',
	green: 'ok',
	yellow: 'warn',
	orange: 'warn',
	red: 'bad',
};

const surfaces = (token: string): Record<string, string> => {
	const soft = token === 'accent' ? 'var(--accent-soft)' : `var(--${token}-soft)`;
	return {
		filled: `var(--${token})`,
		'filled-hover': token === 'accent' ? 'var(--accent-strong)' : `var(--${token})`,
		light: soft,
		'light-hover': soft,
		'light-color': `var(--${token})`,
		outline: `var(--${token})`,
		'outline-hover': soft,
		text: `var(--${token})`,
	};
};

const colorVariables = Object.fromEntries(
	Object.entries(meanings).flatMap(([name, token]) =>
		Object.entries(surfaces(token)).map(([part, value]) => [`--mantine-color-${name}-${part}`, value]),
	),
);

const tokenVariables = {
	...colorVariables,
	'--mantine-color-body': 'var(--paper)',
	'--mantine-color-text': 'var(--ink)',
	'--mantine-color-bright': 'var(--ink)',
	'--mantine-color-dimmed': 'var(--ink-2)',
	'--mantine-color-placeholder': 'var(--ink-3)',
	'--mantine-color-anchor': 'var(--accent)',
	'--mantine-color-error': 'var(--bad)',
	'--mantine-color-default': 'var(--surface)',
	'--mantine-color-default-hover': 'var(--sunken)',
	'--mantine-color-default-color': 'var(--ink)',
	'--mantine-color-default-border': 'var(--line)',
	'--mantine-color-disabled': 'var(--sunken)',
	'--mantine-color-disabled-color': 'var(--ink-3)',
	'--mantine-color-disabled-border': 'var(--line)',
	'--mantine-primary-color-filled': 'var(--accent)',
	'--mantine-primary-color-filled-hover': 'var(--accent-strong)',
	'--mantine-primary-color-light': 'var(--accent-soft)',
	'--mantine-primary-color-light-hover': 'var(--accent-soft)',
	'--mantine-primary-color-light-color': 'var(--accent)',
	'--mantine-primary-color-contrast': 'var(--on-accent)',
};

/** Lays Mantine's own variables on the tokens, so that both colour schemes come from one place. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
	variables: {},
	light: tokenVariables,
	dark: tokenVariables,
});

const variantColorResolver: VariantColorsResolver = (input) => {
	const found = defaultVariantColorsResolver(input);
	const token = meanings[input.color ?? 'accent'];
	if (token && input.variant === 'filled') {
		const hover = token === 'accent' ? 'var(--accent-strong)' : `var(--${token})`;
		return { ...found, background: `var(--${token})`, hover, color: 'var(--on-accent)', border: 'none' };
	}
	if (token && input.variant === 'subtle') return { ...found, color: `var(--${token})`, hover: 'var(--sunken)' };
	return found;
};

export const theme = createTheme({
	fontFamily: 'var(--font-ui)',
	fontFamilyMonospace: 'var(--font-mono)',
	headings: { fontFamily: 'var(--font-reading)', fontWeight: '600' },
	primaryColor: 'accent',
	colors: Object.fromEntries(Object.entries(meanings).map(([name, token]) => [name, one(token)])),
	variantColorResolver,
	defaultRadius: 'md',
	respectReducedMotion: true,
	cursorType: 'pointer',
	fontSizes: {
		xs: 'var(--text-xs)',
		sm: 'var(--text-md)',
		md: 'var(--text-md)',
		lg: 'var(--text-lg)',
		xl: 'var(--text-xl)',
	},
	spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
	radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
	shadows: {
		xs: 'none',
		sm: 'var(--shadow)',
		md: 'var(--shadow)',
		lg: 'var(--shadow)',
		xl: 'var(--shadow)',
	},
	components: {
		Button: Button.extend({ defaultProps: { size: 'sm', variant: 'default' } }),
		ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 34 } }),
		Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, events: tooltipEvents() } }),
		Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
		// A dialog's own heading is no second banner of the page.
		ModalHeader: Modal.Header.extend({ defaultProps: { role: 'presentation' } }),
		Modal: Modal.extend({ defaultProps: { centered: true } }),
	},
});

function tooltipEvents() {
	return { hover: true, focus: true, touch: false };
}
