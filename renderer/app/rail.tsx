import { Link } from 'wouter';
import styles from './rail.module.css';
import type { RoomName } from './rooms.ts';
import { useText } from './text.tsx';
import { useRooms } from './use-rooms.ts';

/** The overview and the four rooms, in the order of the work. */
export function Rail({ room }: { room: RoomName }) {
	const { frame } = useText();
	const rooms = useRooms();
	return (
		<nav className={styles.rail} aria-label={frame.rooms.label}>
			<ul>
				{rooms.map(({ name, path, icon: Glyph }) => (
					<li key={name}>
						<Link to={path} className={styles.room} aria-current={name === room ? 'page' : undefined}>
							<Glyph size={21} stroke={1.6} aria-hidden />
							<span>{name === 'collect' ? frame.rooms.collectRail : frame.rooms[name]}</span>
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
