import type { Block, Inline } from '#shared/domain/report/model.ts';

/** The letters of running text alone. */
export const plainText = (content: readonly Inline[]): string => content.map((one) => one.text).join('');

export type Heading = Extract<Block, { kind: 'heading' }>;

/** The headings that the contents list. Headings stand at the top of a report and never inside lists or quotes. */
export function contentsOf(blocks: readonly Block[]): Heading[] {
	return blocks.filter((block): block is Heading => block.kind === 'heading' && block.inContents);
}
