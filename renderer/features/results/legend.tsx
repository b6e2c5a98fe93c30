import { useComputedColorScheme } from '@mantine/core';
import { paletteOf } from '#shared/domain/figure/palette.ts';
import { useText } from '../../app/text.tsx';
import styles from './results.module.css';

/** The options of a scale in its order, each with its colour. */
export function Legend({
	options,
	ordered,
}: {
	options: readonly { value: string; label: string }[];
	ordered: boolean;
}) {
	const words = useText().results.block;
	const colors = paletteOf(options.length, ordered, useComputedColorScheme('light'));
	return (
		<ul className={styles.legend} aria-label={words.legend}>
			{options.map((option, at) => (
				<li key={option.value}>
					<span className={styles.swatch} style={{ background: colors[at] }} aria-hidden />
					{option.label}
				</li>
			))}
		</ul>
	);
}
