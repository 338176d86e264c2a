import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWorkspaces } from '../../language/cli/workspace.ts';
import { compile } from '../../language/compile.ts';
import { loadUnverified } from '../../runtime/index.ts';
import { settleByCel } from './cel.ts';
import { benchChecking } from './checking.ts';
import { makeClaims, type Paid, settleByHand, settleStream } from './claims.ts';
import { race, short } from './measure.ts';
import { benchVolumes } from './volumes.ts';
import { encountersOf, settleByYice } from './yice.ts';
import { settleStreamByZen } from './zen.ts';

const PERSONS = 200;
const ROUNDS = 9;
const ROUND_MS = 250;
const FOLDER = '510700-绵阳市';

// The built file stands in dist/bench.
const root = fileURLToPath(new URL('../..', import.meta.url));
const policies = join(root, 'policies');
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const [loaded] = await loadWorkspaces([join(policies, FOLDER)]);
if (!loaded) throw new Error(FOLDER);
print(`Node ${process.versions.node}, ${process.platform} ${process.arch}`);
await benchChecking(policies, FOLDER, print);

const { file, digest } = await compile(loaded, { folder: FOLDER });
if (!file || !digest) throw new Error(`${FOLDER} does not compile`);
const bundle = loadUnverified(file, digest);
const claims = makeClaims(PERSONS);
const encounters = encountersOf(claims);

const byHand: Paid[] = [];
settleStream(claims, settleByHand, byHand);
const answers: Readonly<Record<string, Paid[]>> = { yice: [], cel: [], zen: [] };
settleByYice(bundle, encounters, true, answers.yice);
settleStream(claims, settleByCel, answers.cel);
await settleStreamByZen(claims, answers.zen);
print(`\n${claims.length} claims of ${PERSONS} persons, each engine against the rule by hand`);
let agree = true;
for (const [name, paid] of Object.entries(answers)) {
  const same = paid.filter(
    (one, index) => one.deductibleFen === byHand[index]?.deductibleFen && one.fundFen === byHand[index]?.fundFen,
  ).length;
  agree &&= same === claims.length && paid.length === claims.length;
  print(`  ${name.padEnd(6)} ${same} of ${claims.length} the same`);
}

print(`\nencounters per second, ${ROUNDS} interleaved rounds: median (least to most), median ratio to the rule by hand`);
const units = claims.length;
const measured = await race(
  [
    { name: 'by hand, plain objects', units, pass: () => settleStream(claims, settleByHand) },
    { name: 'yice settle(), no explanation', units, pass: () => settleByYice(bundle, encounters, false) },
    { name: 'yice settle(), explained', units, pass: () => settleByYice(bundle, encounters, true) },
    { name: '@marcbachmann/cel-js', units, pass: () => settleStream(claims, settleByCel) },
    { name: '@gorules/zen-engine', units, pass: () => settleStreamByZen(claims) },
  ],
  ROUNDS,
  ROUND_MS,
);
for (const { name, median: middle, least, most, ratio } of measured) {
  print(`  ${name.padEnd(32)} ${short(middle).padStart(8)}  (${short(least)} to ${short(most)})  ${ratio.toPrecision(3)}`);
}
await benchVolumes(root, bundle, print);
if (!agree) {
  print('\nthe engines do not agree');
  process.exitCode = 1;
}
