/** Three layers, one on another: what a judgement rests on. */
export function Logo({ size = 28 }: { size?: number }) {
	return (
		<svg width={size} height={(size * 20) / 28} viewBox="0 0 28 20" fill="var(--accent)" aria-hidden="true">
			<rect x="1" y="1" width="14" height="4" rx="2" opacity="0.5" />
			<rect x="1" y="8" width="20" height="4" rx="2" opacity="0.75" />
			<rect x="1" y="15" width="26" height="4" rx="2" />
		</svg>
	);
}
