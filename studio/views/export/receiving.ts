/** Commands and code as a developer would type them; the same in both languages. */
export const inspecting = (name: string, digest: string, signed = false): string => `$ npx yice inspect ${name}
$ npx yice verify ${name} \\\n    --digest ${digest}${signed ? ` \\\n    --signoff ${name.replace(/\.json$/, '.signoff.json')}` : ''}`;

export const settling = (name: string): string =>
  `$ npx yice settle --bundle ${name} \\\n    --ledger ledger.json < visits.jsonl > answers.jsonl`;

/** A whole program: it settles one event of each policy's first scenario, so that it runs before anything is known of the fields. */
export const embedding = (name: string, digest: string): string => `import { readFile } from 'node:fs/promises';
import { emptyLedger, loadBundle, settle } from 'yice/runtime';

const loaded = await loadBundle(await readFile('${name}'), { expectDigest: '${digest}' });
if (!loaded.ok) throw new Error(loaded.reasons.map((reason) => reason.en).join('; '));

const { policy, events: [{ encounter }] } = loaded.bundle.file.scenarios[0];
const { answer, ledger } = settle(loaded.bundle, encounter, emptyLedger(), { policy });
console.log(answer.status, answer.totals ?? answer.open, ledger);
console.log(answer.explanation.lines.map((line) => line.zh.title), answer.digest);
`;
