import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page, for every shell: all addresses relative, no file fetched from elsewhere. */
export default defineConfig({
	root: 'renderer',
	base: './',
	plugins: [react()],
	build: {
		outDir: '../dist/renderer',
		emptyOutDir: true,
		target: 'chrome140',
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 4000,
	},
});
