import { Button, Tabs } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { Language } from '#shared/contract/basics.ts';
import type { Analysis, ItemResult } from '#shared/domain/results/model.ts';
import { useText } from '../../app/text.tsx';
import { useCopy } from './copy.ts';
import { Distribution } from './distribution.tsx';
import { GroupPanel } from './group-panel.tsx';
import styles from './results.module.css';

/** The chosen item: its groups, its distribution, and the sentence about it that a report can take. */
export function ItemDetails({
	item,
	grouped,
	smallestGroup,
	sentence,
	sentenceLanguage,
	single,
	setSingle,
}: {
	item: ItemResult;
	/** The same results by group; null while nothing is broken down. */
	grouped: Analysis | null;
	smallestGroup: number;
	sentence: string | null;
	/** The report's, which may be another than the window's. */
	sentenceLanguage: Language;
	single: boolean;
	setSingle: (single: boolean) => void;
}) {
	const words = useText().results.details;
	const { copyText } = useCopy();
	const inGroups = grouped?.items.find((one) => one.id === item.id) ?? null;
	return (
		<>
			<p className={styles.kicker}>{words.question(item.id)}</p>
			<h2 className={styles.title}>{item.label}</h2>
			{item.text !== item.label && <p className={styles.full}>{item.text}</p>}
			{/* Another breakdown or none begins on the panel that then says most. */}
			<Tabs defaultValue={grouped ? 'groups' : 'distribution'} key={grouped?.by?.id ?? ''} mt="sm">
				<Tabs.List>
					{grouped && <Tabs.Tab value="groups">{words.perGroup}</Tabs.Tab>}
					<Tabs.Tab value="distribution">{words.distribution}</Tabs.Tab>
				</Tabs.List>
				{grouped && inGroups && (
					<Tabs.Panel value="groups" className={styles.panel}>
						<GroupPanel
							analysis={grouped}
							item={inGroups}
							smallestGroup={smallestGroup}
							single={single}
							setSingle={setSingle}
						/>
					</Tabs.Panel>
				)}
				<Tabs.Panel value="distribution" className={styles.panel}>
					<Distribution item={item} />
				</Tabs.Panel>
			</Tabs>
			<section className={styles.sentence} aria-label={words.sentence}>
				<h3>{words.sentence}</h3>
				<p lang={sentence ? sentenceLanguage : undefined}>{sentence ?? words.sentenceNone}</p>
				{sentence && (
					<Button
						size="xs"
						leftSection={<IconCopy size={15} stroke={1.6} />}
						aria-label={words.copySentence}
						onClick={() => void copyText(sentence)}
					>
						{words.copySentence}
					</Button>
				)}
			</section>
		</>
	);
}
