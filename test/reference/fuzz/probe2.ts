import { settleBoth } from './agree.ts';
import { Dice, seedOf } from './dice.ts';
import { Stream } from './events.ts';
import { interestOf } from './interest.ts';
import { subjectsIn } from './subject.ts';
import { encounterOf } from './json.ts';
import { hits } from '../hits.ts';
import { policyText } from './draw.ts';
const [, , from = '0', count = '50', verbose = ''] = process.argv;
const shown = (json: unknown): string => JSON.stringify(json, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v), 1);
let [bad, cases, paid, compileMs, t0] = [0, 0, 0, 0, Date.now()];
for (let n = Number(from); n < Number(from) + Number(count); n++) {
  const text = policyText(new Dice(seedOf(1, n)));
  const t = Date.now();
  const { subjects, errors } = await subjectsIn(text);
  compileMs += Date.now() - t;
  if (errors.length) { bad++; console.log(n, 'ERR', errors.slice(0, 2).map((e) => { const at = Number(/ (\d+) /.exec(e)?.[1] ?? 0); return `${e} <<${text.slice(at - 10, at + 50).replaceAll('\n', '⏎')}>>`; })); if (verbose === 't') console.log(text); continue; }
  for (const subject of subjects) {
    const interest = interestOf([subject.policy, ...subject.layers]);
    let said = '';
    for (let run = 0; run < 5 && !said; run++) {
      const stream = new Stream(subject, interest, new Dice(seedOf(n, run)));
      let left = 20;
      try {
        const found = settleBoth(subject, (held) => (left-- > 0 ? stream.next(held) : undefined));
        cases += found.cases; paid += found.paid;
        if (found.unread) said = `UNREAD ${found.unread}`;
        if (found.mismatch) said = `MISMATCH ${found.mismatch.about}` + (verbose ? `\n${text}\n${shown({ ev: (verbose === 'a' ? found.mismatch.events : found.mismatch.events.slice(-1)).map((e) => encounterOf(subject, e)), p: found.mismatch.product, r: found.mismatch.reference })}` : '');
      } catch (e) { said = `THROWN ${(e as Error).stack}`.slice(0, 500); }
    }
    if (said) console.log(n, subject.policy.name, said);
  }
}
console.log({ bad, cases, paid, compileMs, ms: Date.now() - t0 });
console.log([...hits()].sort().map(([k, v]) => `${k}:${v}`).join(' '));
