import { useCallback, useEffect, useRef } from 'react';
import { navigate } from './hash-location.ts';

/** Goes to an address after something awaited, but only if the view that asked is still shown: who has gone elsewhere since stays there. */
export function useNavigateHere(): typeof navigate {
	const isShown = useRef(false);
	useEffect(() => {
		isShown.current = true;
		return () => {
			isShown.current = false;
		};
	}, []);
	return useCallback((to, options) => {
		if (isShown.current) navigate(to, options);
	}, []);
}
