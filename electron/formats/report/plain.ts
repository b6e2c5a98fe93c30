import type { Block } from '#shared/domain/report/model.ts';

export type Heading = Extract<Block, { kind: 'heading' }>;

/** The headings that the contents list. Headings stand at the top of a report and never inside lists or quotes. */
export function contentsOf(blocks: readonly Block[]): Heading[] {
	return blocks.filter((block): block is Heading => block.kind === 'heading' && block.inContents);
}
