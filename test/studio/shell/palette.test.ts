import { describe, expect, it } from 'vitest';
import type { Command } from '../../../studio/commands/command.ts';
import { entries, found } from '../../../studio/shell/palette-entries.ts';
import type { Analysis, SymbolEntry } from '../../../studio/worker/protocol.ts';

const range = { file: 'a.yice', start: 0, end: 2 };
const symbol = (name: string, initials: string): SymbolEntry => ({ name, word: '待遇', kind: 'benefit', policy: '甲', range, initials });
const known: Analysis = {
  diagnostics: [],
  outlines: {},
  colours: {},
  folds: {},
  policies: [],
  declared: [],
  citations: [],
  language: '',
  tookMs: 0,
  symbols: [symbol('年门诊', 'nmz'), symbol('门诊统筹', 'mztc')],
};
const command: Command = { id: 'format', label: { zh: '排版', en: 'Lay out' }, initials: 'pb', run: () => undefined };
const hidden: Command = { ...command, id: 'hidden', when: () => false };
const all = entries([command, hidden], known, ['x/绵阳.yice', 'x/访谈.txt'], 'zh');
const labels = (typed: string) => found(all, typed).map(({ label }) => label);

describe('the palette', () => {
  it.each([
    ['mz', ['门诊统筹', '年门诊']],
    ['门诊统', ['门诊统筹']],
    ['pb', ['排版']],
    ['LAY', ['排版']],
    ['绵阳', ['绵阳.yice']],
    ['访谈', []],
    ['zzz', []],
  ])('%s finds %j', (typed, shown) => {
    expect(labels(typed)).toEqual(shown);
  });
  it('offers what can be done now when nothing is typed', () => {
    expect(labels('')).toEqual(['排版', '年门诊', '门诊统筹', '绵阳.yice']);
  });
});
