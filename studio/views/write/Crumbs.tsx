import { useStore } from 'zustand';
import { settle } from '../../commands/settle.ts';
import { cellName } from '../../loop/cells-at.ts';
import { reveal } from '../../loop/loop.ts';
import { step } from '../../loop/tables.ts';
import { useLater } from '../../loop/use-later.ts';
import { analysis } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import type { LookedCell } from '../../store/selection.ts';
import { selection } from '../../store/selection.ts';
import { sheets } from '../../store/sheets.ts';
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
  const caret = useLater(workspace, (now) => (openFile === undefined ? undefined : now.places[openFile]?.caret));
  const outline = useLater(analysis, (now) => (openFile === undefined ? undefined : now.analysis?.outlines[openFile]));
  const linked = useStore(selection, (now) => now.clause !== undefined);
  const { documentOpen, textOpen } = useStore(layout);
  const cell = useStore(selection, (now) => lookedName(now.cell));
  const lookedAt = useStore(selection, (now) => (now.cell?.file === openFile ? now.cell?.start : undefined));
  // Without the text on the page its caret is nowhere.
  const path = pathAt(outline ?? [], (textOpen ? caret : lookedAt) ?? caret ?? 0);
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
          {cell === '' ? say('linked') : say('linkedCell', { cell })}
        </Tag>
      ) : null}
      <span className={styles.grow} />
      <Segmented
        label={say('layoutLabel')}
        value={`${documentOpen}${textOpen}` as const}
        onChange={(value) => layout.setState({ documentOpen: value.startsWith('true'), textOpen: value.endsWith('true') })}
        options={[
          { value: 'truetrue', text: say('withAll') },
          { value: 'falsetrue', text: say('textOnly') },
          { value: 'falsefalse', text: say('tableOnly') },
          { value: 'truefalse', text: say('withSource') },
        ]}
      />
      <IconButton
        icon="reverse"
        label={say('undo')}
        onClick={() => {
          if (openFile !== undefined) void step(openFile, 'undo');
        }}
      />
      <Button small keys="Ctrl ↵" onClick={settle.run}>
        {say('simulate')}
      </Button>
    </div>
  );
}

/** "三级 · 在职" */
function lookedName(cell: LookedCell | undefined): string {
  const { read } = sheets.getState();
  const sheet = read?.sheets.find(({ id }) => id === cell?.sheet);
  if (!cell || !read || !sheet) return '';
  const row = sheet.rows.findIndex(({ id }) => id === cell.row);
  const col = sheet.columns.findIndex(({ id }) => id === cell.column);
  return cellName({ sheet, row, col }, read.text).join(' · ');
}
