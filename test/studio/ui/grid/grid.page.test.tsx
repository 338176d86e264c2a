import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Grid } from '../../../../studio/ui/grid/Grid.tsx';
import type { GridCell, GridChange, GridProps } from '../../../../studio/ui/grid/grid-props.ts';
import { themeSheet } from '../../../../studio/ui/tokens.ts';
import '../../../../studio/ui/base.css';

const sheet = document.createElement('style');
sheet.textContent = themeSheet();
document.head.append(sheet);

const RATIOS = [
  ['三级', '50%', '60%'],
  ['二级', '60%', '70%'],
  ['一级', '60%', '70%'],
];
const PERCENT = /^\d+%$/;

let root: Root | undefined;
let host: HTMLElement | undefined;
afterEach(() => {
  root?.unmount();
  host?.remove();
});

/** A little table whose ratios take percentages and nothing else. */
function show(rows: string[][], more: Partial<GridProps> = {}) {
  const made: (readonly GridChange[])[] = [];
  host = document.createElement('div');
  host.style.cssText = 'width:640px;height:420px';
  document.body.append(host);
  root = createRoot(host);
  const judge = (changes: readonly GridChange[]) =>
    changes.filter(({ text }) => !PERCENT.test(text)).map((change) => ({ ...change, problem: `“${change.text}”读不成比例` }));
  const draw = (): void => {
    const cell = (row: number, col: number): GridCell => ({ text: rows[row]?.[col] ?? '', editable: col > 0 });
    root?.render(
      <Grid
        label="报销比例"
        columns={[
          { key: 'level', title: '机构等级', width: 140, filter: true },
          { key: 'working', title: '在职', width: 90, kind: 'number' },
          { key: 'retired', title: '退休', width: 90, kind: 'number' },
        ]}
        rowCount={rows.length}
        cell={cell}
        height="fit"
        tryEdit={judge}
        onEdit={async (changes) => {
          await Promise.resolve();
          const refused = judge(changes);
          const good = changes.filter((change) => !refused.some(({ row, col }) => row === change.row && col === change.col));
          made.push(good);
          for (const { row, col, text } of good) (rows[row] ?? [])[col] = text;
          draw();
          return refused;
        }}
        {...more}
      />,
    );
  };
  draw();
  return { made, rows };
}

const named = (name: string): Element | null => document.querySelector(`[role=gridcell][aria-label^="${name}"]`);
const soon = <Value,>(value: () => Value) => expect.poll(value);
const click = async (name: string): Promise<void> => {
  await soon(() => named(name)).not.toBeNull();
  await userEvent.click(named(name) as Element);
};

describe('a grid', () => {
  it('is worked like a spreadsheet: typing replaces, Enter goes down, Tab across, Esc restores', async () => {
    const { rows } = show(RATIOS.map((row) => [...row]));
    await click('三级, 在职, 50%');
    await userEvent.keyboard('55%{Enter}65%{Tab}75%{Enter}');
    await soon(() => rows).toEqual([
      ['三级', '55%', '60%'],
      ['二级', '65%', '75%'],
      ['一级', '60%', '70%'],
    ]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('一级, 在职, 60%');
    await userEvent.keyboard('9{Escape}{ArrowUp}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('二级, 在职, 65%');
    expect(rows[2]).toEqual(['一级', '60%', '70%']);
  });

  it('keeps what it refuses in its cell, with the reason beside it, until Esc', async () => {
    const { rows } = show(RATIOS.map((row) => [...row]));
    await click('三级, 在职, 50%');
    await userEvent.keyboard('五成{Enter}');
    await soon(() => named('三级, 在职, 五成, “五成”读不成比例')?.getAttribute('aria-invalid')).toBe('true');
    await soon(() => document.body.textContent).toContain('“五成”读不成比例');
    expect(rows[0]).toEqual(RATIOS[0]);
    await userEvent.keyboard('{ArrowUp}{Escape}');
    await soon(() => named('三级, 在职, 50%')).not.toBeNull();
  });
});
