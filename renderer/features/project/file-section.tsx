import { Button } from '@mantine/core';
import { useCall } from '../../api/use-call.ts';
import { useCommandRegistry } from '../../app/commands.tsx';
import { useText } from '../../app/text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './project.module.css';

/** Where the project's file lies, whether it is protected, and what can be done with it as a whole. */
export function FileSection({ path }: { path: string }) {
	const { project } = useText();
	const registry = useCommandRegistry();
	const encrypted = useCall('app.status', {}).data?.project?.encrypted ?? false;
	return (
		<Section title={project.details.file}>
			<dl className={styles.facts}>
				<dt>{project.details.where}</dt>
				<dd>{path}</dd>
			</dl>
			<p>{encrypted ? project.details.encrypted : project.details.plain}</p>
			<div className={styles.buttons}>
				<Button onClick={() => registry.run('project.saveCopy')}>{project.commands.copy}</Button>
				<Button onClick={() => registry.run('project.verify')}>{project.commands.verify}</Button>
				<Button onClick={() => registry.run('project.close')}>{project.commands.close}</Button>
			</div>
		</Section>
	);
}
