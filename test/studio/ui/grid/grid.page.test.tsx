import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
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

/** What a copy puts on the clipboard, read from the event: the browser of a test may keep the clipboard itself closed. */
function listenToCopies(): string[] {
  const taken: string[] = [];
  document.addEventListener('copy', (event) => taken.push(event.clipboardData?.getData('text/plain') ?? ''));
  return taken;
}
const copy = async (): Promise<void> => {
  await userEvent.keyboard('{Control>}c{/Control}');
};
const paste = (text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

/** Which row is in hand, kept elsewhere as a screen with a pane beside the grid keeps it. */
const hand = createStore(() => ({ row: 0 }));
const PATIENT_COLUMNS = ['name', 'paid', 'own'].map((key) => ({ key, title: key, width: 120 }));

function Pointed() {
  const { row } = useStore(hand);
  return (
    <Grid
      label="患者"
      columns={PATIENT_COLUMNS}
      rowCount={200}
      cell={(at, col) => ({ text: `${at} ${col}`, dim: at === row })}
      selected={{ row }}
      onSelect={(at) => hand.setState({ row: at.row })}
    />
  );
}

function showPointed(): { readonly failures: readonly unknown[] } {
  const failures: unknown[] = [];
  hand.setState({ row: 0 });
  host = document.createElement('div');
  host.style.cssText = 'width:640px;height:420px;display:flex;flex-direction:column';
  document.body.append(host);
  root = createRoot(host, { onUncaughtError: (error) => failures.push(error) });
  root.render(<Pointed />);
  return { failures };
}

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

  it('lists the values of a cell: narrowed by initials, taken with Enter, left alone with Esc', async () => {
    const rows = RATIOS.map((row) => [...row]);
    const choices = {
      values: ['三级', '二级', '一级', '未定级'],
      several: true,
      initials: (value: string) => (value === '未定级' ? 'wdj' : undefined),
    };
    const made: (readonly GridChange[])[] = [];
    show(rows, {
      cell: (row, col) => ({ text: rows[row]?.[col] ?? '', editable: true, choices }),
      onEdit: (changes) => void made.push(changes),
    });
    await click('三级, 在职, 50%');
    await userEvent.keyboard('{ArrowLeft}{ArrowDown}w');
    await soon(() => [...document.querySelectorAll('[role=option]')].map((one) => one.textContent)).toEqual(['未定级']);
    await userEvent.keyboard('{Enter}');
    await soon(() => made.flat()).toEqual([{ row: 1, col: 0, text: '未定级' }]);
    // Alt+↓ lists them all with those that stand there ticked; Space puts one in.
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await soon(() => document.querySelectorAll('[role=option]').length).toBe(4);
    await userEvent.keyboard('{ArrowDown} {Escape}{Enter}');
    await soon(() => made.flat().at(-1)).toEqual({ row: 2, col: 0, text: '一级、三级' });
    expect(document.querySelector('[role=listbox]')).toBeNull();
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

  it('copies a block as a spreadsheet does and pastes one back, repeated over what is selected', async () => {
    const { rows } = show(RATIOS.map((row) => [...row]));
    const taken = listenToCopies();
    await click('三级, 在职, 50%');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    await copy();
    expect(taken.at(-1)).toBe('50%\t60%\r\n60%\t70%');
    paste('41%');
    await soon(() => rows).toEqual([
      ['三级', '41%', '41%'],
      ['二级', '41%', '41%'],
      ['一级', '60%', '70%'],
    ]);
  });

  it('shows a block with problems before anything of it is written', async () => {
    const { rows } = show(RATIOS.map((row) => [...row]));
    await click('二级, 在职, 60%');
    paste('61%\t六成\r\n62%\t72%\r\n63%\t73%');
    await soon(() => document.querySelector('[role=dialog]')?.textContent ?? '').toContain('6 格：能粘 3 格，粘不了 3 格');
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('“六成”读不成比例');
    expect(rows).toEqual(RATIOS);
    await userEvent.click([...document.querySelectorAll('[role=dialog] button')].at(-1) as Element);
    await soon(() => rows).toEqual([
      ['三级', '50%', '60%'],
      ['二级', '61%', '70%'],
      ['一级', '62%', '72%'],
    ]);
  });

  it('fills down with Ctrl D and clears with Delete what may be empty', async () => {
    const { rows } = show(RATIOS.map((row) => [...row]));
    await click('三级, 在职, 50%');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await soon(() => rows.map((row) => row[1])).toEqual(['50%', '50%', '50%']);
    await userEvent.keyboard('{Delete}');
    await soon(() => document.querySelectorAll('[aria-invalid=true]').length).toBe(3);
    expect(rows.map((row) => row[1])).toEqual(['50%', '50%', '50%']);
  });

  it('finds, goes from match to match, and shows only the rows that hold it', async () => {
    show(RATIOS.map((row) => [...row]));
    await click('三级, 在职, 50%');
    await userEvent.keyboard('{Control>}f{/Control}');
    await soon(() => document.activeElement?.getAttribute('aria-label')).toBe('在表里找');
    await userEvent.keyboard('70{Enter}{Enter}');
    await soon(() => document.querySelector('[role=search], search')?.textContent ?? '').toContain('2 / 2');
    expect(document.querySelectorAll('mark').length).toBe(2);
    await userEvent.click(document.querySelector('search input[type=checkbox]') as Element);
    await soon(() => document.querySelectorAll('[role=row]').length).toBe(3);
    await userEvent.click(document.querySelector('search input[type=text]') as Element);
    await userEvent.keyboard('{Escape}');
    await soon(() => document.querySelectorAll('[role=row]').length).toBe(4);
  });

  it('shows only the rows of a chosen value', async () => {
    show(RATIOS.map((row) => [...row]));
    await click('三级, 在职, 50%');
    await userEvent.click(document.querySelector('[aria-label="按“机构等级”筛选"]') as Element);
    await soon(() => [...document.querySelectorAll('[role=menuitem]')].map((item) => item.textContent)).toContain('二级 · 1 行');
    await userEvent.click([...document.querySelectorAll('[role=menuitem]')].find((item) => item.textContent === '二级 · 1 行') as Element);
    await soon(() => document.querySelectorAll('[role=row]').length).toBe(2);
    expect(named('二级, 在职, 60%')).not.toBeNull();
  });

  it('loses no letter to an input method, and the Enter that ends a composition writes nothing', async () => {
    const { made } = show(RATIOS.map((row) => [...row]));
    await click('三级, 在职, 50%');
    const input = document.activeElement as HTMLInputElement;
    const session = cdp();
    for (const text of ['l', 'li', 'liu'])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await soon(() => input.value).toBe('liu');
    expect(document.activeElement).toBe(input);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await session.send('Input.insertText', { text: '六成' });
    await soon(() => input.value).toBe('六成');
    expect(made).toEqual([]);
    expect(document.activeElement).toBe(input);
    await userEvent.keyboard('{Enter}');
    await soon(() => named('三级, 在职, 六成')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps up with a held key: a hundred rows pass before anything else gets a turn', async () => {
    const { failures } = showPointed();
    await click('0 0');
    for (let press = 0; press < 100; press += 1) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
      // Lets the screen be drawn, and nothing more: the next press of a held key is waiting already.
      await Promise.resolve();
    }
    await soon(() => document.querySelector('[role=grid] [role=gridcell]:focus-within')?.getAttribute('aria-label') ?? '').toMatch(/^100 /);
    expect(failures).toEqual([]);
    expect(hand.getState().row).toBe(100);
  });

  it('keeps up with a pane that steps through its rows', async () => {
    const { failures } = showPointed();
    await soon(() => named('0 0')).not.toBeNull();
    for (let row = 1; row <= 100; row += 1) {
      hand.setState({ row });
      await Promise.resolve();
    }
    await soon(() => named('100 0')).not.toBeNull();
    expect(failures).toEqual([]);
  });

  it('stays in the column in hand when the row in hand is told to the other panes', async () => {
    showPointed();
    await click('0 0');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    await soon(() => hand.getState().row).toBe(1);
    await soon(() => document.activeElement?.closest('[data-line]')?.getAttribute('data-col')).toBe('2');
  });
});
