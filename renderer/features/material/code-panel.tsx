import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { Link } from 'wouter';
import type { Code } from '#shared/contract/code.ts';
import { useText } from '../../app/text.tsx';
import { CodeTree } from './code-tree.tsx';
import styles from './coding-workspace.module.css';

interface CodePanelProps {
	codes: readonly Code[];
	chosen: number | null;
	/** Which of the chosen code's passages in this text one is at, from 1 (0 for none), and how many there are. */
	passageAt: number;
	passages: number;
	onChoose: (code: Code) => void;
	onUnchoose: () => void;
	onPassage: (forward: boolean) => void;
}

/** The codebook beside the text: find, choose or code with a code, and read what the chosen one means. */
export const CodePanel = memo(function CodePanel(props: CodePanelProps) {
	const { codes, chosen, passageAt, passages } = props;
	const text = useText();
	const [search, setSearch] = useState('');
	const code = codes.find((one) => one.id === chosen);
	return (
		<section className={styles.panel} aria-label={text.code.codebook}>
			<h2 className={styles.heading}>
				<Link to="/analyse/codebook">{text.code.codebook}</Link>
			</h2>
			{codes.length > 0 && (
				<TextInput
					aria-label={text.code.search}
					placeholder={text.code.search}
					leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
					value={search}
					onChange={(event) => setSearch(event.currentTarget.value)}
				/>
			)}
			<div className={styles.treeBox}>
				<CodeTree codes={codes} label={text.code.tree} search={search} chosen={chosen} onChoose={props.onChoose} />
			</div>
			{code && (
				<section className={styles.chosenCode} aria-label={text.code.chosen}>
					<div className={styles.chosenHead}>
						<h3 className={styles.chosenName}>
							<Link to={`/analyse/code/${code.id}`}>{code.name}</Link>
						</h3>
						<Tooltip label={text.code.unchoose}>
							<ActionIcon size={28} aria-label={text.code.unchoose} onClick={props.onUnchoose}>
								<IconX size={16} stroke={1.6} aria-hidden />
							</ActionIcon>
						</Tooltip>
					</div>
					<p className={code.definition ? styles.definition : styles.quiet}>
						{code.definition || text.code.noDefinition}
					</p>
					<div className={styles.passage}>
						<span>{text.code.passage(passageAt, passages)}</span>
						<span>
							<Tooltip position="bottom" label={text.document.reader.previousPassage}>
								<ActionIcon
									size={28}
									aria-label={text.document.reader.previousPassage}
									disabled={passages === 0}
									onClick={() => props.onPassage(false)}
								>
									<IconChevronUp size={17} stroke={1.6} aria-hidden />
								</ActionIcon>
							</Tooltip>
							<Tooltip position="bottom" label={text.document.reader.nextPassage}>
								<ActionIcon
									size={28}
									aria-label={text.document.reader.nextPassage}
									disabled={passages === 0}
									onClick={() => props.onPassage(true)}
								>
									<IconChevronDown size={17} stroke={1.6} aria-hidden />
								</ActionIcon>
							</Tooltip>
						</span>
					</div>
				</section>
			)}
		</section>
	);
});
