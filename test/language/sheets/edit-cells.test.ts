import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../../language/format/format.ts';
import { editCells } from '../../../language/sheets/edit-cells.ts';
import type { Allowed, CellChange, FileSheets, SheetEdited } from '../../../language/sheets/sheet.ts';
import { allCells, applied, cellsOf, FILES, knownTo, type Shown, sheetsIn } from './kit.ts';

const comments = (text: string): readonly string[] => [...text.matchAll(/\/\/.*$/gmu)].map(([comment]) => comment.trimEnd());

interface Editable extends Shown {
  readonly allowed: Allowed;
}

const editable = (file: FileSheets): readonly Editable[] =>
  file.sheets.flatMap((sheet) =>
    cellsOf(file, sheet).flatMap((cell) => {
      const row = sheet.rows.findIndex(({ id }) => id === cell.row);
      const column = sheet.columns.findIndex(({ id }) => id === cell.column);
      const allowed = sheet.allowed[sheet.cells.allowed[row * sheet.columns.length + column] ?? 0];
      return allowed?.editable ? [{ ...cell, allowed }] : [];
    }),
  );

const EXAMPLES: Readonly<Partial<Record<Allowed['type'], readonly string[]>>> = {
  money: ['１２３４元', '1,234.5元', '3万元', '7元/年', '0'],
  ratio: ['37%', '4成', '62.5', '12‰'],
  points: ['3个百分点', '7'],
  months: ['9个月', '2'],
  days: ['11天'],
  number: ['9'],
  integer: ['9'],
  date: ['2031-02-03', '2031/2/3', '２０３１年2月3日'],
  boolean: ['真', '否'],
  text: ['新的理由', '“原文, 没有”'],
};

/** Something that may be typed into this cell. */
function typed(cell: Editable): fc.Arbitrary<string> {
  if (cell.kind === 'head' && !cell.allowed.values) return fc.constantFrom('77 以上', '88', '任意');
  const { values } = cell.allowed;
  if (values && values.length > 0) return fc.constantFrom(...values);
  const examples = EXAMPLES[cell.allowed.type];
  return examples ? fc.constantFrom(...examples) : fc.constantFrom('99元', '44%', '甲 + 1元');
}

describe('every policy of the repository', () => {
  it.each(FILES)('$path: its cells written as they are change nothing', ({ text }) => {
    const file = sheetsIn(text);
    const changes = allCells(file).map(({ sheet, row, column, text: own }): CellChange => ({ sheet, row, column, text: own }));
    const { edits, cells } = editCells(file, changes);
    expect(edits).toEqual([]);
    expect(cells.filter(({ written, before }) => written !== before)).toEqual([]);
  });

  it('typed again with a space, each cell is understood as what stands there', () => {
    const refused = FILES.flatMap(({ path, text }) => {
      const file = sheetsIn(text);
      const changes = editable(file).map(({ sheet, row, column, text: own }): CellChange => ({ sheet, row, column, text: `${own} ` }));
      return editCells(file, changes).cells.flatMap(({ before, written, problem, text: own }) =>
        written === before || before.replaceAll(',', '') === written || problem?.what.zh.includes('同一处')
          ? []
          : [`${path}: ${own}→ ${written ?? problem?.what.zh}`],
      );
    });
    expect(refused).toEqual([]);
  });

  it('edits of cells give a text that is read, shows just them, keeps its remarks and its layout', () => {
    const one = fc.constantFrom(...FILES).chain(({ path, text }) => {
      const known = knownTo(text);
      const file = sheetsIn(text, known);
      const cells = editable(file);
      if (cells.length === 0) return fc.constant({ path, text, known, changes: [] as CellChange[] });
      const change = fc
        .constantFrom(...cells)
        .chain((cell) => typed(cell).map((now): CellChange => ({ sheet: cell.sheet, row: cell.row, column: cell.column, text: now })));
      return fc
        .uniqueArray(change, { maxLength: 5, selector: (it) => `${it.sheet} ${it.row} ${it.column}` })
        .map((changes) => ({ path, text, known, changes }));
    });
    fc.assert(
      fc.property(one, ({ text, known, changes }) => {
        const file = sheetsIn(text, known);
        const edited = editCells(file, changes);
        const now = applied(text, edited);
        const after = sheetsIn(now, known);
        expect(after.complete).toBe(true);
        // Each edit stays on the line of its cell.
        for (const { start, end, text: made } of edited.edits) expect(text.slice(start, end) + made).not.toMatch(/[\n\r]/u);
        expect(comments(now)).toEqual(comments(text));
        const laid = format(now).text;
        expect(format(laid).text).toBe(laid);
        // Nothing else changed: without the stretches that were written, both texts are one.
        expect(edited.edits.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)).toBe(
          withoutInserted(now, edited),
        );
        for (const { sheet, row, column, before, written } of edited.cells) {
          if (written === undefined || written === before) continue;
          const shown = allCells(after).filter((cell) => cell.sheet === sheet && cell.column === column);
          // A settled point leaves the list of open ones; a path names its row.
          if (sheet.startsWith('open') || edited.cells.length > 1) expect(now).toContain(written);
          else expect(shown.some((cell) => cell.row === row && cell.text === written)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function withoutInserted(now: string, { edits }: SheetEdited): string {
  let shift = 0;
  let out = now;
  let gone = 0;
  for (const { start, end, text } of edits) {
    const at = start + shift - gone;
    out = out.slice(0, at) + out.slice(at + text.length);
    gone += text.length;
    shift += text.length - (end - start);
  }
  return out;
}
