import { useStore } from 'zustand';
import { settle } from '../../commands/settle.ts';
import { act, reveal } from '../../loop/loop.ts';
import { analysis } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import { selection } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { OutlineNode } from '../../worker/protocol.ts';
import styles from './Crumbs.module.css';
import { pathAt } from './select.ts';
import { writeWords } from './strings.ts';

/** An amendment is known by its day, which alone would not say what it is. */
const called = (node: OutlineNode): string => (node.kind === 'amendment' ? `${node.word} ${node.name}` : node.name);

/** Where the caret is, what is linked, and what can be done with the screen. */
export function Crumbs() {
  const say = useWords(writeWords);
  const openFile = useStore(workspace, (now) => now.openFile);
  const caret = useStore(workspace, (now) => (openFile === undefined ? undefined : now.places[openFile]?.caret));
  const outline = useStore(analysis, (now) => (openFile === undefined ? undefined : now.analysis?.outlines[openFile]));
  const linked = useStore(selection, (now) => now.clause !== undefined);
  const documentOpen = useStore(layout, (now) => now.documentOpen);
  const path = pathAt(outline ?? [], caret ?? 0);
  return (
    <div className={styles.crumbs}>
      <ol className={styles.path}>
        {path.map((node, index) => (
          <li key={`${node.range.start}${node.name}`}>
            {index === path.length - 1 ? (
              <b>{called(node)}</b>
            ) : (
              <button type="button" onClick={() => reveal(node.nameRange)}>
                {called(node)}
              </button>
            )}
          </li>
        ))}
      </ol>
      {linked ? (
        <Tag tone="indigo" icon="link">
          {say('linked')}
        </Tag>
      ) : null}
      <span className={styles.grow} />
      <Segmented
        label={say('layoutLabel')}
        value={documentOpen ? 'source' : 'text'}
        onChange={(value) => layout.setState({ documentOpen: value === 'source' })}
        options={[
          { value: 'source', text: say('withSource') },
          { value: 'text', text: say('textOnly') },
        ]}
      />
      <IconButton icon="reverse" label={say('undo')} onClick={() => act('undo')} />
      <Button small keys="Ctrl ↵" onClick={settle.run}>
        {say('simulate')}
      </Button>
    </div>
  );
}
