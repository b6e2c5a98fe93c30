import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './tokens.css';
import './base.css';
import './mantine.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followChanges } from '../api/query-client.ts';
import { App } from './app.tsx';

followChanges();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
	<StrictMode>
		<App />
	</StrictMode>,
);
