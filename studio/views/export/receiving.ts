/**
 * Commands and code as a developer would type them; the same in both languages. Nothing stands before a command: what is copied is pasted
 * into a shell as it is.
 */
export const inspecting = (name: string, digest: string, signed = false): string => `npx yice inspect ${name}
npx yice verify ${name} \\\n    --digest ${digest}${signed ? ` \\\n    --signoff ${name.replace(/\.json$/, '.signoff.json')}` : ''}
`;

/** The file that `npm pack` makes of Yice, whatever its version. */
export const INSTALLING = 'npm install ./yice-*.tgz\n';

/** The first command makes the file that the second reads, from the bundle's own scenarios. */
export const settling = (name: string, digest: string): string => `npx yice inspect ${name} --events > visits.jsonl
npx yice settle --bundle ${name} \\\n    --digest ${digest} \\\n    --ledger ledger.json < visits.jsonl > answers.jsonl
`;

/** A whole program: it settles the first scenario that ends in amounts, so that it runs before anything is known of the fields. */
export const embedding = (name: string, digest: string): string => `import { readFile } from 'node:fs/promises';
import { emptyLedger, ledgerToJson, loadBundle, settle } from 'yice/runtime';

const expectDigest = '${digest}';
const loaded = await loadBundle(await readFile('${name}'), { expectDigest });
if (!loaded.ok) throw new Error(loaded.reasons.map((reason) => reason.en).join('; '));

const settled = ({ events: [{ expects }] }) => expects.some(({ kind }) => kind === 'amount');
const { events: [{ encounter }], suppose } = loaded.bundle.file.scenarios.find(settled);
const { answer, ledger } = settle(loaded.bundle, encounter, emptyLedger(), { suppose });
console.log(answer.status, answer.totals ?? answer.open, answer.explanation.lines.map((line) => line.zh.title));
console.log(JSON.stringify(ledgerToJson(ledger)));
`;
