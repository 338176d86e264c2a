/** Every worked example that the language is held to has its file, by the number under which it is known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = 'test/examples';
const NUMBERS = [
  ...['003', '004', '005', '006', '009', '013', '014', '015', '019', '022', '026', '030', '031', '035', '036', '037', '041', '045'],
  ...['047', '051', '052', '053', '057', '061', 'X02', 'X06'],
];

const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yice'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));

it.each(NUMBERS)('HE-%s has a scenario that names it, and its source', (number) => {
  const own = texts.filter((text) => text.includes(`示例 “HE-${number} `) || text.includes(`; HE-${number} `));
  expect(own).toHaveLength(1);
  expect(own[0]).toMatch(/^\/\/ 来源: 《.+》/mu);
});
