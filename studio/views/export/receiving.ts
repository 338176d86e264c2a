/** Commands and code as a developer would type them; the same in both languages. */
export const inspecting = (name: string, digest: string): string => `$ npx yice inspect ${name}
$ npx yice verify ${name} \\\n    --digest ${digest}`;

export const settling = (name: string): string =>
  `$ npx yice settle --bundle ${name} \\\n    --ledger ledger.json < visits.jsonl > answers.jsonl`;

export const embedding = (name: string, digest: string): string => `import { readFile } from 'node:fs/promises';
import { emptyLedger, loadBundle, settle } from 'yice/runtime';

const loaded = await loadBundle(await readFile('${name}'), {
  expectDigest: '${digest}',
});
if (!loaded.ok) throw new Error(loaded.reasons[0].zh);

const { answer, ledger } = settle(loaded.bundle, visit, emptyLedger());
answer.totals.funds;        // "1300.00"
answer.explanation.lines;   // rule, row, sentence
answer.digest;              // keep it with the claim`;
