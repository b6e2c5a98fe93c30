import { useEffect, useState } from 'react';
import { useText } from '../app/text.tsx';
import styles from './states.module.css';

/** Says what is being fetched, but only when it takes longer than one notices. */
export function Loading({ what }: { what?: string }) {
	const text = useText();
	const [late, setLate] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setLate(true), 250);
		return () => clearTimeout(timer);
	}, []);
	return (
		<div className={styles.loading} role="status">
			{late && (what ?? text.frame.reading)}
		</div>
	);
}
