import type { EditorAction } from '../editor/mounted.ts';
import { act } from '../loop/loop.ts';
import { layout } from '../store/layout.ts';
import type { Chord, Command } from './command.ts';

const writing = (): boolean => layout.getState().view === 'write';

const editing = (action: EditorAction, zh: string, en: string, initials: string, chord: Chord): Command => ({
  id: `edit-${action}`,
  label: { zh, en },
  initials,
  chord,
  inEditor: 'editor',
  when: writing,
  run: () => act(action),
});

/** What the editor does at its caret. It listens to these keys itself; here they are named for palette and key sheet. */
export const editCommands: readonly Command[] = [
  editing('fixes', '处理办法', 'What can be done here', 'clbf', { key: 'Enter', alt: true }),
  editing('complete', '补全', 'Complete', 'bq', { key: '/', alt: true }),
  editing('rename', '改名', 'Rename', 'gm', { key: 'F2' }),
  editing('definition', '到定义', 'Go to definition', 'ddy', { key: 'F12' }),
  editing('references', '用到它的地方', 'References', 'yddddf', { key: 'F12', shift: true }),
  editing('find', '在文本里找', 'Find in the text', 'zwblz', { key: 'f', mod: true }),
  editing('undo', '撤销', 'Undo', 'cx', { key: 'z', mod: true }),
  editing('redo', '重做', 'Redo', 'zz', { key: 'y', mod: true }),
];
