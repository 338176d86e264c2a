import { readdirSync, readFileSync } from 'node:fs';
import { areas, realPolicies } from '../../kit/policy.ts';
import { settleBoth } from './agree.ts';
import { Dice, seedOf } from './dice.ts';
import { Stream } from './events.ts';
import { interestOf } from './interest.ts';
import { subjectsOf } from './subject.ts';
import { encounterOf } from './json.ts';

const vocab = { path: '000000/v.yice', text: readFileSync('policies/000000-国家/词汇.yice', 'utf8') };
const [, , only = '', runs = '20'] = process.argv;
const shown = (json: unknown): string => JSON.stringify(json, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v), 1);
const jobs: [string, () => ReturnType<typeof subjectsOf>][] = [
  ...readdirSync('test/shapes').filter((n) => n.endsWith('.yice')).map((n): [string, () => ReturnType<typeof subjectsOf>] => [n, () => subjectsOf({ files: [{ path: '1.yice', text: readFileSync(`test/shapes/${n}`, 'utf8') }, vocab], documents: [] })]),
  ...areas().map((a): [string, () => ReturnType<typeof subjectsOf>] => [a, () => subjectsOf(realPolicies(), a)]),
];
for (const [name, make] of jobs) {
  if (!name.includes(only)) continue;
  const { subjects, errors } = await make();
  if (errors.length) console.log(name, errors.slice(0, 2));
  for (const subject of subjects) {
    const interest = interestOf([subject.policy, ...subject.layers]);
    let [cases, paid] = [0, 0];
    let said = '';
    for (let run = 0; run < Number(runs) && !said; run++) {
      const stream = new Stream(subject, interest, new Dice(seedOf(7, run)));
      let left = 25;
      try {
      const found = settleBoth(subject, (held) => (left-- > 0 ? stream.next(held) : undefined));
      cases += found.cases; paid += found.paid;
      if (found.unread) said = `UNREAD ${found.unread}`;
      if (found.mismatch) said = `MISMATCH ${found.mismatch.about}` + (only ? `\n${shown({ ev: found.mismatch.events.slice(-1).map((e) => encounterOf(subject, e)), p: found.mismatch.product, r: found.mismatch.reference })}` : '');
      } catch (e) { said = `THROWN ${(e as Error).stack}`.slice(0, 500); }
    }
    console.log(name, subject.policy.name, cases, paid, said);
  }
}
