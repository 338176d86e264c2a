import { expect, it } from 'vitest';
import { CELL_KINDS } from '../../../language/index.ts';
import { cellAt } from '../../../studio/loop/sheets.ts';
import { cellsOf, sheetsIn } from '../../language/sheets/kit.ts';

it('a page finds in each cell what the language put there', () => {
  const text = `词汇 “甲” {
  定义 乙 : 金额 =
    | 次   | → |
    | 1    | 2000元 |
    | 其他 | 待定 “没有写” |
}
`;
  const file = sheetsIn(text);
  const seen = new Set<string>();
  for (const sheet of file.sheets) {
    for (const cell of cellsOf(file, sheet)) {
      const row = sheet.rows.findIndex(({ id }) => id === cell.row);
      const column = sheet.columns.findIndex(({ id }) => id === cell.column);
      const { kind, text: shown, start, end } = cell;
      expect(cellAt(file, sheet, row, column)).toMatchObject({ kind, text: shown, start, end });
      seen.add(kind);
    }
  }
  expect([...seen].every((kind) => CELL_KINDS.some((one) => one === kind))).toBe(true);
  expect(seen).toEqual(new Set(['head', 'value', 'open', 'name', 'quote']));
});
