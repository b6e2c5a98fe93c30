import { Button } from '@mantine/core';
import {
	type Icon,
	IconDeviceTablet,
	IconFileCode,
	IconMessages,
	IconUserShare,
	IconUsersGroup,
} from '@tabler/icons-react';
import { useRun } from '../../api/use-run.ts';
import { navigate } from '../../app/hash-location.ts';
import { useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import { PaperButton } from '../instrument/paper-button.tsx';
import styles from './ways-in.module.css';

/** Who is asked, and the ways in which a round's answers come beside those that stand at the top of its page. */
export function WaysIn({ roundId, isOpen, onKiosk }: { roundId: number; isOpen: boolean; onKiosk: () => void }) {
	const { round: text, form, asked, handover } = useText();
	const { run: setOut } = useRun('round.setOut');
	const to = (place: string) => () => navigate(`/collect/round/${roundId}/${place}`);
	const ways: { icon: Icon; label: string; note: string; run: () => void; isClosed?: boolean }[] = [
		{ icon: IconUsersGroup, label: asked.open, note: text.ways.asked, run: to('asked') },
		{ icon: IconFileCode, label: form.open, note: text.ways.form, run: to('form') },
		{ icon: IconDeviceTablet, label: text.kiosk, note: text.ways.kiosk, run: onKiosk, isClosed: !isOpen },
		{ icon: IconMessages, label: text.interview, note: text.ways.interview, run: to('interview'), isClosed: !isOpen },
		{ icon: IconUserShare, label: handover.open, note: text.ways.handover, run: to('handover') },
	];
	return (
		<Section title={text.ways.title}>
			<ul className={styles.ways}>
				{ways.map(({ icon: Glyph, label, note, run, isClosed = false }) => (
					<li key={label}>
						<Button leftSection={<Glyph size={17} stroke={1.6} />} disabled={isClosed} onClick={run}>
							{label}
						</Button>
						<p className={styles.note}>{note}</p>
					</li>
				))}
				<li>
					<PaperButton of={{ roundId }} onMade={() => void setOut({ id: roundId, out: true })} />
					<p className={styles.note}>{text.ways.paper}</p>
				</li>
			</ul>
		</Section>
	);
}
