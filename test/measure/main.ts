/** What the studio takes, measured on the production build in a real browser. Figures are of this machine; a busy one is slow. */
import { openStudio } from '../kit/browser.ts';
import { diagnostics, visitField } from './edits.ts';
import { annualChange, composing, killed } from './hands.ts';
import { starts } from './page.ts';
import type { Row } from './spread.ts';
import { table } from './spread.ts';
import { cellEdit, scrolling } from './table.ts';

const studio = await openStudio();
const rows: Row[] = [];
const measure = async (taken: Promise<Row | readonly Row[]>): Promise<void> => {
  const found = [await taken].flat();
  rows.push(...found);
  process.stdout.write(`${table(found)}\n`);
};
try {
  await measure(annualChange(studio));
  await measure(composing(studio));
  await measure(killed(studio));
  await measure(starts(studio));
  await measure(diagnostics(studio, 25_000, 33));
  await measure(diagnostics(studio, 100_000, 66));
  await measure(visitField(studio));
  await measure(cellEdit(studio));
  await measure(scrolling(studio));
} finally {
  await studio.close();
}
process.stdout.write(`\n${rows.filter(({ holds }) => holds).length} of ${rows.length} within their aim\n`);
