import { beforeEach, expect, it } from 'vitest';
import { analysis } from '../../../../studio/store/analysis.ts';
import { selection } from '../../../../studio/store/selection.ts';
import { withText, workspace } from '../../../../studio/store/workspace.ts';
import { followCaret } from '../../../../studio/views/write/linking.ts';
import type { Analysis } from '../../../../studio/worker/protocol.ts';

const FILE = 'a.yice';
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 120));
const found = (version: number): void => {
  const rule = { file: FILE, start: 0, end: 20 };
  const citation = { policy: '甲', document: 'a.txt', quote: '一句', found: { start: 3, end: 5 }, cited: rule, rule };
  const empty: Analysis = {
    diagnostics: [],
    outlines: {},
    colours: {},
    folds: {},
    symbols: [],
    policies: [],
    declared: [],
    citations: [citation],
    language: '',
    tookMs: 0,
  };
  analysis.setState({ version, analysis: empty });
};
const type = (text: string): void => workspace.setState((state) => withText(state, FILE, text));

beforeEach(() => {
  workspace.setState(workspace.getInitialState(), true);
  analysis.setState(analysis.getInitialState(), true);
  selection.setState(selection.getInitialState(), true);
  type('一');
});

it('a caret put on a rule before its findings have come is followed when they have; a sentence taken in hand meanwhile stays', async () => {
  followCaret(FILE, 4);
  await settled();
  expect(selection.getState().clause).toBeUndefined();
  found(1);
  expect(selection.getState().clause).toEqual({ file: 'a.txt', start: 3, end: 5 });

  analysis.setState(analysis.getInitialState(), true);
  followCaret(FILE, 6);
  await settled();
  const taken = { file: 'a.txt', start: 40, end: 44 };
  selection.setState({ clause: taken });
  found(1);
  expect(selection.getState().clause).toEqual(taken);
});

it('what is typed takes no sentence out of the hand', async () => {
  followCaret(FILE, 4);
  type('一二');
  followCaret(FILE, 5);
  await settled();
  found(2);
  expect(selection.getState().clause).toBeUndefined();
});
