import type { OpenStudio } from '../kit/browser.ts';
import { editorReady, openScreen } from '../kit/write-page.ts';
import { bringIn } from './edits.ts';
import type { Row } from './spread.ts';
import { times } from './spread.ts';

const ROWS = 2000;
const COLUMNS = 11;
const TURNS = 24;

/** 24,000 cells: numbers down, months across. */
function largeTable(): string {
  const columns = Array.from({ length: COLUMNS }, (_, at) => at + 1);
  const line = (row: number): string => `    | ${row} |${columns.map((column) => ` ${1000 + row * 7 + column}元 |`).join('')}`;
  return [
    '政策 “大表” {',
    '  险种 职工',
    '  入口 结算',
    '  自 2022-01-01 起',
    '  字段 号 : 整数 0 以上',
    '  字段 月 : 整数 1 以上',
    '  定义 大额 : 金额 =',
    `    | 号 ＼ 月 |${columns.map((column) => ` ${column} |`).join('')}`,
    ...Array.from({ length: ROWS }, (_, row) => line(row)),
    '}',
    '',
  ].join('\n');
}

/** Frames while a table of 24,000 cells is scrolled for five seconds. */
export async function scrolling(studio: OpenStudio): Promise<Row> {
  const { page, close } = await openScreen(studio, 'write');
  await editorReady(page);
  await bringIn(page, '大表.yice', largeTable());
  await page
    .locator('label')
    .filter({ hasText: /^表格$/ })
    .first()
    .click();
  await page.getByRole('button', { name: /展开整张表/ }).click({ timeout: 60_000 });
  await page.locator('[role=gridcell]').nth(30).waitFor();
  await page.waitForTimeout(6000);
  const frames = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const grid = document.querySelector('[role=grid]');
        const gaps: number[] = [];
        const began = performance.now();
        let last = began;
        const tick = (now: number): void => {
          gaps.push(now - last);
          last = now;
          if (grid) grid.scrollTop += 160;
          if (now - began < 5000) requestAnimationFrame(tick);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(tick);
      }),
  );
  await close();
  const long = frames.filter((gap) => gap > 50).length;
  const row = times('scroll of 24,000 cells, a frame', frames, 'p95', 50);
  return { ...row, aim: 'no frame > 50 ms', found: `${row.found}, ${long} over 50 ms`, holds: long === 0 };
}

/** A ratio typed into its cell → the open patient’s result beside it. */
export async function cellEdit(studio: OpenStudio): Promise<Row> {
  const { page, close } = await openScreen(studio, 'simulate');
  await page.getByText('分文相等').waitFor();
  await page.getByRole('link', { name: '编写' }).click();
  await editorReady(page);
  await page.getByRole('tab', { name: /职工门诊共济/ }).click();
  const cell = page.getByRole('gridcell', { name: /^三级, 在职/ });
  await cell.click();
  const found: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.evaluate(() => {
      const strip = document.querySelector('section[data-pane=side] footer');
      const before = strip?.textContent;
      Object.assign(window, { yiceTook: undefined });
      // The clock starts with the key that ends the cell.
      const start = (event: KeyboardEvent): void => {
        if (event.key !== 'Enter') return;
        removeEventListener('keydown', start, true);
        const from = performance.now();
        const look = (): void => {
          if (strip?.textContent === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => Object.assign(window, { yiceTook: performance.now() - from }));
        };
        look();
      };
      addEventListener('keydown', start, true);
    });
    await page.keyboard.type(turn % 2 === 0 ? `${51 + turn}%` : '50%');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => Reflect.get(window, 'yiceTook') !== undefined);
    found.push(await page.evaluate(() => Reflect.get(window, 'yiceTook')));
    await page.waitForTimeout(300);
    await page.keyboard.press('ArrowUp');
  }
  await close();
  return times('cell edit → result of the open patient', found, 'median', 50);
}
