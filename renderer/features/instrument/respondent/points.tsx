import type { ReactNode } from 'react';
import optionsStyles from './options.module.css';

/** One point of a row: what is drawn, what is read out, and the digit that chooses it. */
export interface Point {
	value: string;
	drawn: ReactNode;
	name: string;
	digit: string;
}

interface PointsProps {
	points: readonly Point[];
	/** Of the radio buttons. */
	name: string;
	chosen: string | undefined;
	onChoose: (value: string) => void;
	/** What stands at either end. */
	ends: readonly [string, string];
	/** Drawings without a box around each. */
	bare?: boolean;
}

/** Points in a row of which one is chosen, with words at both ends. Radio buttons beneath, so that arrows move and every reader knows them. */
export function Points({ points, name, chosen, onChoose, ends, bare = false }: PointsProps) {
	return (
		<div className={optionsStyles.rating}>
			{(ends[0] || ends[1]) && (
				<div className={optionsStyles.ends} aria-hidden>
					<span>{ends[0]}</span>
					<span>{ends[1]}</span>
				</div>
			)}
			<div className={optionsStyles.points}>
				{points.map((point) => (
					<label
						key={point.value}
						className={optionsStyles.point}
						data-checked={chosen === point.value || undefined}
						data-bare={bare || undefined}
					>
						<input
							type="radio"
							name={name}
							value={point.value}
							checked={chosen === point.value}
							onChange={() => onChoose(point.value)}
							data-digit={point.digit || undefined}
							aria-label={point.name}
						/>
						<span className={optionsStyles.pointFace} aria-hidden>
							{point.drawn}
						</span>
					</label>
				))}
			</div>
		</div>
	);
}
