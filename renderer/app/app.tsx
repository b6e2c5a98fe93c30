import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { queryClient } from '../api/query-client.ts';
import { useCall } from '../api/use-call.ts';
import { Kiosk } from '../features/kiosk/kiosk.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { CommandProvider } from './commands.tsx';
import { Frame } from './frame.tsx';
import { useHashLocation, useHashSearch } from './hash-location.ts';
import { NotesCorner } from './notes-corner.tsx';
import { TextProvider } from './text.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

/** The whole window: what every screen stands on, around the frame. */
export function App() {
	return (
		<QueryClientProvider client={queryClient}>
			<Router hook={useHashLocation} searchHook={useHashSearch}>
				<CommandProvider>
					<Window />
				</CommandProvider>
			</Router>
		</QueryClientProvider>
	);
}

/** Language and colours come from the program's settings, which the core keeps: a change of them is shown at once. */
function Window() {
	const status = useCall('app.status', {});
	const scheme = status.data?.theme ?? 'auto';
	return (
		<MantineProvider
			theme={theme}
			cssVariablesResolver={cssVariablesResolver}
			defaultColorScheme="auto"
			{...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
			colorSchemeManager={unsavedScheme}
		>
			<TextProvider language={status.data?.language ?? 'sv'}>
				<NotesCorner />
				{status.data ? (
					status.data.project?.kiosk ? (
						<Kiosk />
					) : (
						<Frame status={status.data} />
					)
				) : (
					status.error && (
						<main style={{ padding: 32 }}>
							<ErrorNote error={status.error} retry={() => void status.refetch()} />
						</main>
					)
				)}
			</TextProvider>
		</MantineProvider>
	);
}

/** The browser keeps nothing of it: the setting lives in the core. */
const unsavedScheme = {
	get: (value: 'auto' | 'light' | 'dark') => value,
	set: () => undefined,
	subscribe: () => undefined,
	unsubscribe: () => undefined,
	clear: () => undefined,
};
