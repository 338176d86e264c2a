/**
 * What the studio takes, measured on the production build in a real browser. Figures are of this machine; a busy one is slow, so each comes
 * with what a fixed piece of work took just before. `npm run measure -- text table` takes only the measures of those names.
 */
import type { OpenStudio } from '../kit/browser.ts';
import { openStudio } from '../kit/browser.ts';
import { diagnostics, visitField } from './edits.ts';
import { annualChange, composing, killed, quotedSentence } from './hands.ts';
import { starts } from './page.ts';
import type { Row } from './spread.ts';
import { table } from './spread.ts';
import { cellEdit, scrolling } from './table.ts';
import { yardstick } from './yardstick.ts';

const SMALL = 25_000;
const LARGE = 100_000;

const MEASURES: Readonly<Record<string, (studio: OpenStudio) => Promise<Row | readonly Row[]>>> = {
  annual: annualChange,
  sentence: quotedSentence,
  composing,
  killed,
  start: starts,
  small: (studio) => diagnostics(studio, SMALL, 33),
  large: (studio) => diagnostics(studio, LARGE, 66),
  field: visitField,
  cell: cellEdit,
  scroll: scrolling,
};

const wanted = process.argv.slice(2);
const studio = await openStudio();
const rows: Row[] = [];
let untaken = 0;
try {
  for (const [name, take] of Object.entries(MEASURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const pace = yardstick();
    try {
      const found = [await take(studio)].flat();
      rows.push(...found);
      process.stdout.write(`${table(found)} · yardstick ${pace.toFixed(0)} ms\n`);
    } catch (error) {
      untaken += 1;
      process.stdout.write(`? ${name}: not taken: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
} finally {
  await studio.close();
}
process.stdout.write(`\n${rows.filter(({ holds }) => holds).length} of ${rows.length} within their aim\n`);
if (untaken > 0) process.exitCode = 1;
