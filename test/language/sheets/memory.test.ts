import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { editSheet } from '../../../language/sheets/edit.ts';
import { createSheetMemory } from '../../../language/sheets/memory.ts';
import { shifted } from '../../../language/sheets/shift.ts';
import { applied, cellsOf, FILES, knownTo, sheetsIn } from './kit.ts';

/** A cross-tab of so many rows and columns of results. */
const table = (rows: number, width: number): string => {
  const heads = Array.from({ length: width }, (_, at) => String(at + 1)).join(' | ');
  const lines = Array.from(
    { length: rows },
    (_, row) => `    | ${row + 1} | ${Array.from({ length: width }, (_, at) => `${row * 10 + at}元`).join(' | ')} |`,
  );
  return `政策 “大” {\n  自 2023-01-01 起\n  定义 表 : 金额 =\n    | 病种 ＼ 档 | ${heads} |\n${lines.join('\n')}\n  待遇 甲 {\n    报销比例 70%\n  }\n}\n`;
};

const withTables = FILES.filter(({ text }) => sheetsIn(text).sheets.some(({ kind }) => kind === 'table'));

describe('a text that differs by one literal in a table', () => {
  it('gives the sheets that reading it again gives', () => {
    const one = fc.constantFrom(...withTables).chain(({ text }) => {
      const known = knownTo(text);
      const file = sheetsIn(text, known);
      const cells = file.sheets
        .flatMap((sheet) => (sheet.kind === 'table' ? cellsOf(file, sheet) : []))
        .filter(({ kind }) => kind === 'value');
      const written = fc.constantFrom('7元', '1234.5元', '3万元', '88.8%', '7%', '0元', '5个百分点');
      return fc
        .tuple(fc.constantFrom(...(cells.length > 0 ? cells : [undefined])), written)
        .map(([cell, now]) => ({ file, known, cell, now }));
    });
    let moved = 0;
    fc.assert(
      fc.property(one, ({ file, known, cell, now }) => {
        if (!cell) return;
        const edited = editSheet(file, { do: 'cells', changes: [{ sheet: cell.sheet, row: cell.row, column: cell.column, text: now }] });
        const text = applied(file.text, edited);
        if (text === file.text) return;
        const fast = shifted(file, text);
        if (!fast) return;
        moved++;
        expect(fast).toEqual(sheetsIn(text, known));
      }),
      { numRuns: 80 },
    );
    expect(moved).toBeGreaterThan(15);
  });

  it('anything else is read again', () => {
    const text = table(3, 3);
    const file = sheetsIn(text);
    for (const other of [
      text.replace('| 10元', '| 待定 “未写”'),
      text.replace('| 10元', '| 10 元 |'),
      text.replace('| 10元', '|'),
      text.replace('70%', '75%'),
      text.replace('档 | 1', '档 | 9'),
      text.replace('| 2 | 10元', '| 2 以上 | 10元'),
      `${text}// 后来\n`,
      text.replace('10元', '11元').replace('20元', '21元'),
    ]) {
      expect(other).not.toBe(text);
      expect(shifted(file, other)).toBeUndefined();
    }
  });

  it('is answered without reading the file again', () => {
    const text = table(40, 12);
    let reads = 0;
    const memory = createSheetMemory();
    const ask = (now: string) =>
      memory.sheets('a', now, () => {
        reads++;
        const { tree, tokens } = parse({ path: 'a', text: now });
        return new Map([['a', { text: now, tree, tokens }]]);
      });
    const first = ask(text);
    const before = reads;
    const now = applied(text, editSheet(first, { do: 'cells', changes: [{ sheet: '表', row: '20', column: 'c7', text: '98,765.4' }] }));
    const second = ask(now);
    expect(reads).toBe(before);
    const shown = second.sheets.find(({ id }) => id === '表');
    expect(shown && cellsOf(second, shown).find(({ row, column }) => row === '20' && column === 'c7')?.text).toBe('98765.4元');
  });
});
