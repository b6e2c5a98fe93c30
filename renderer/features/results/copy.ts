import { notifications } from '@mantine/notifications';
import type { Figure } from '#shared/domain/figure/model.ts';
import type { Table } from '#shared/domain/report/model.ts';
import { tableAsHtml, tableAsText } from '#shared/domain/results/table-text.ts';
import { bridge } from '../../api/bridge.ts';
import { useNotes } from '../../app/notes.tsx';
import { useText } from '../../app/text.tsx';
import { pictureOf } from '../../ui/chart/picture.ts';

/** Ways to take results elsewhere, each with a note of how it went. */
export function useCopy(): {
	copyText: (text: string) => Promise<void>;
	copyTable: (table: Table) => Promise<void>;
	copyFigure: (figure: Figure) => Promise<void>;
	saveFigure: (figure: Figure, name: string) => Promise<void>;
} {
	const words = useText().results.controls;
	const { showDone } = useNotes();
	const put = async (item: () => ClipboardItem) => {
		try {
			await navigator.clipboard.write([item()]);
			showDone(words.copied);
		} catch {
			notifications.show({ color: 'red', title: words.notCopied, message: words.notCopiedHelp, role: 'alert' });
		}
	};
	const plain = (text: string) => new Blob([text], { type: 'text/plain' });
	return {
		copyText: (text) => put(() => new ClipboardItem({ 'text/plain': plain(text) })),
		copyTable: (table) =>
			put(
				() =>
					new ClipboardItem({
						'text/plain': plain(tableAsText(table)),
						'text/html': new Blob([tableAsHtml(table)], { type: 'text/html' }),
					}),
			),
		copyFigure: (figure) => put(() => new ClipboardItem({ 'image/png': pictureOf(figure) })),
		async saveFigure(figure, name) {
			const bytes = new Uint8Array(await (await pictureOf(figure)).arrayBuffer());
			const where = await bridge.host.saveFile(`${name.replace(/[\\/:*?"<>|]+/g, ' ').trim()}.png`, bytes);
			if (where !== null) showDone(words.savedAs(where));
		},
	};
}
