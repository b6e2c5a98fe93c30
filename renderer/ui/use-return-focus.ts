import { useEffect, useState } from 'react';

/** When what this stands in goes and leaves the focus nowhere, the focus returns to where it was before it came. */
export function useReturnFocus(): void {
	const [before] = useState(() => document.activeElement);
	useEffect(
		() => () => {
			setTimeout(() => {
				const lost = document.activeElement === null || document.activeElement === document.body;
				if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
			});
		},
		[before],
	);
}
