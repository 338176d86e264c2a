import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWorkspaces } from '../../language/cli/workspace.ts';
import { compile } from '../../language/index.ts';
import { emptyLedger, type LoadedBundle, ledgerFromJson, ledgerToJson, loadUnverified, settle } from '../../runtime/index.ts';
import { makeClaims } from './claims.ts';
import { encountersOf, POLICY } from './yice.ts';

const SHAPE = '35-特殊药品先行自付';
const ITEMS = [50, 500, 5000];
const EVENTS = 100_000;
const PART = 10_000;

const items = (many: number) =>
  Array.from({ length: many }, (_, index) => ({
    目录编码: index % 7 === 0 ? 'XL01XE07' : `XA${index}`,
    收费等级: ['甲类', '乙类', '丙类'][index % 3] ?? '甲类',
    明细金额: `${index % 90}.${String(index % 100).padStart(2, '0')}`,
  }));

/** A long list in one event, a long ledger behind one event. */
export async function benchVolumes(root: string, bundle: LoadedBundle, print: (line: string) => void): Promise<void> {
  await benchItems(root, print);
  benchLedger(bundle, print);
}

async function benchItems(root: string, print: (line: string) => void): Promise<void> {
  const [national] = await loadWorkspaces([join(root, 'policies', '000000-国家')]);
  const text = readFileSync(join(root, 'test', 'shapes', `${SHAPE}.yice`), 'utf8');
  const files = [...(national?.files ?? []).filter(({ path }) => path.startsWith('000000')), { path: '340000-示例/职工.yice', text }];
  const { file, digest } = await compile({ files, documents: [] }, { folder: '340000-示例' });
  if (!file || digest === undefined) throw new Error(`${SHAPE} does not compile`);
  const shape = loadUnverified(file, digest);
  print('\na list in one event: microseconds an item, of that for the shortest list');
  let least: number | undefined;
  for (const many of ITEMS) {
    const event = { id: 'E', fields: { 参保人: '甲', 就诊日: '2023-03-01', 医疗类别: '普通门诊', 收费明细: items(many) } };
    const times: number[] = [];
    for (let run = 0; run < 30; run += 1) {
      const begin = performance.now();
      const { answer } = settle(shape, event, emptyLedger(), { explain: false });
      times.push(performance.now() - begin);
      if (answer.status !== 'settled') throw new Error(`${many} items: ${answer.status} ${JSON.stringify(answer.problems)}`);
    }
    const each = (1000 * Math.min(...times)) / many;
    least ??= each;
    print(`  ${String(many).padStart(6)} items  ${each.toFixed(2)}  ${(each / least).toFixed(2)}`);
  }
}

function benchLedger(bundle: LoadedBundle, print: (line: string) => void): void {
  const encounters = encountersOf(makeClaims(EVENTS / 10)).slice(0, EVENTS);
  let ledger = emptyLedger();
  const parts: number[] = [];
  for (let from = 0; from < encounters.length; from += PART) {
    const begin = performance.now();
    for (const encounter of encounters.slice(from, from + PART))
      ledger = settle(bundle, encounter, ledger, { explain: false, policy: POLICY }).ledger;
    parts.push((1000 * (performance.now() - begin)) / PART);
  }
  const [first, last] = [parts[1] ?? 0, parts.at(-1) ?? 0];
  print(`\na ledger of ${encounters.length} events: microseconds an event`);
  print(`  the second ${PART} ${first.toFixed(1)}, the last ${PART} ${last.toFixed(1)}, ratio ${(last / first).toFixed(2)}`);
  const begin = performance.now();
  const text = JSON.stringify(ledgerToJson(ledger));
  const written = performance.now();
  const read = ledgerFromJson(JSON.parse(text));
  if (!read.ok) throw new Error('the ledger is not read again');
  print(
    `  written in ${(written - begin).toFixed(0)} ms (${(text.length / 1e6).toFixed(0)} M characters), read in ${(performance.now() - written).toFixed(0)} ms`,
  );
}
