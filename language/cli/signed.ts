import type { LoadedBundle } from '../../runtime/index.ts';
import { columns, visible } from '../diagnostics/columns.ts';
import { pointsToSign } from '../signoff/facts.ts';
import type { SignoffProblem } from '../signoff/judge.ts';
import { signoffProblems } from '../signoff/judge.ts';
import type { SignoffRecord } from '../signoff/record.ts';
import { readSignoff } from '../signoff/record.ts';
import { EXIT, type Exit, Stop } from './exits.ts';
import { readBytes } from './files.ts';
import { reasonLines } from './refusal.ts';
import type { Lang } from './terminal.ts';
import type { Step } from './ticks.ts';

/** Reasons shown of many. */
const MOST_SHOWN = 5;

/** A record of sign-off from its file. @throws Stop with every reason when it is none */
export async function signoffAt(path: string): Promise<SignoffRecord> {
  const read = readSignoff(new TextDecoder().decode(await readBytes(path)));
  if (read.ok) return read.record;
  throw new Stop(EXIT.files, {
    zh: [`“${path}” 不是签核记录`, ...reasonLines(read.reasons, 'zh').slice(0, MOST_SHOWN)].join('\n'),
    en: [`“${path}” is no record of sign-off`, ...reasonLines(read.reasons, 'en').slice(0, MOST_SHOWN)].join('\n'),
  });
}

/** The sign-off held against the bundle, a line for each question; stops at the first that another bundle answers. */
export function signoffSteps(
  record: SignoffRecord,
  bundle: LoadedBundle,
  lang: Lang,
): { readonly steps: readonly Step[]; readonly exit: Exit } {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const open = pointsToSign(bundle);
  const problems = signoffProblems(record, { digest: bundle.digest, open, differing: 0 });
  const of = (...kinds: readonly SignoffProblem['kind'][]): readonly SignoffProblem[] =>
    problems.filter(({ kind }) => kinds.includes(kind));
  const step = (name: string, said: string, against: readonly SignoffProblem[]): Step => ({
    name,
    said,
    pass: against.length === 0,
    under: against.map((one) => `    ${problemText(one, lang)}`),
  });
  const own = step(say('签核', 'sign-off'), record.digest, of('changed'));
  if (!own.pass) return { steps: [own], exit: EXIT.otherSignoff };
  const people = [record.author.name, ...(record.reviewer ? [record.reviewer.name] : [])].join(say('，', ', '));
  const steps = [
    own,
    step(say('编写与签核', 'author and reviewer'), people, of('returned', 'noAuthor', 'noReviewer', 'samePerson')),
    step(say('签核时的结果', 'results when signed'), resultText(record, lang), of('differing')),
    step(say('待定与暂按', 'open and assumed'), String(open.length), of('noLine')),
  ];
  return { steps, exit: problems.length > 0 ? EXIT.unsigned : EXIT.ok };
}

function resultText({ scenarios, sets }: SignoffRecord, lang: Lang): string {
  const zh = lang === 'zh';
  const parts = [
    zh ? `示例 ${scenarios.count} 例 ${scenarios.values} 个数` : `${scenarios.count} scenarios, ${scenarios.values} values`,
    ...sets.map(({ name, patients, values }) =>
      zh ? `${name} ${patients} 名 ${values} 个数` : `${name}: ${patients} patients, ${values} values`,
    ),
  ];
  return parts.join(zh ? '；' : '; ');
}

/** Why a sign-off does not hold, as one sentence. */
function problemText(problem: SignoffProblem, lang: Lang): string {
  const zh = lang === 'zh';
  switch (problem.kind) {
    case 'changed':
      return zh ? '签的是另一个包：文本在签核后改过' : 'it signs another bundle: the texts were changed since';
    case 'returned':
      return zh
        ? `${visible(problem.by)} 退给了编写的人：${visible(problem.reason)}`
        : `${visible(problem.by)} gave it back: ${visible(problem.reason)}`;
    case 'noAuthor':
      return zh ? '没有编写人' : 'it names no author';
    case 'noReviewer':
      return zh ? '只送了复核，还没有人签核' : 'sent for review, signed by nobody yet';
    case 'samePerson':
      return zh ? '编写和签核是同一个人' : 'author and reviewer are the same person';
    case 'differing': {
      const where = problem.set === undefined ? (zh ? '示例' : 'scenarios') : visible(problem.set);
      return zh ? `${where} 有 ${problem.values} 个数不符` : `${where}: ${problem.values} values differ`;
    }
    case 'noLine':
      return zh
        ? `${visible(problem.policy)} ${visible(problem.address)} 没有写一句话`
        : `${visible(problem.policy)} ${visible(problem.address)} has no line`;
  }
}

/** Columns kept for the name of a fact. */
const NAME_WIDTH = 14;

/** "2026-11-22 16:10 +08:00": the time of the machine that shows it, and how far it is from UTC. `at` is a time of a record. */
export function momentText(at: string): string {
  const time = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const ahead = -time.getTimezoneOffset();
  const zone = `${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())} ${zone}`;
}

/** A record as a person reads it. */
export function signedText(record: SignoffRecord, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const fact = (name: string, value: string): string => `${name}${' '.repeat(Math.max(1, NAME_WIDTH - columns(name)))}${visible(value)}`;
  const person = ({ name, at }: SignoffRecord['author']): string => `${name}  ${momentText(at)}`;
  const how = { open: say('待定', 'open'), assumed: say('暂按', 'assumed') };
  return `${[
    fact(say('签核', 'sign-off'), record.folder),
    fact(say('摘要', 'digest'), record.digest),
    fact(say('编写', 'author'), person(record.author)),
    fact(say('签核人', 'reviewer'), record.reviewer ? person(record.reviewer) : say('还没有', 'none yet')),
    ...(record.returned ? [fact(say('退回', 'given back'), `${person(record.returned)}  ${record.returned.reason}`)] : []),
    fact(say('语言', 'language'), `${record.language}  ${say('工具', 'tool')} ${record.tool}`),
    fact(say('结果', 'results'), resultText(record, lang)),
    ...record.sets.map((set) => fact('', `${set.sha256}  ${set.name}`)),
    '',
    say(`待定与暂按 ${record.open.length} 处`, `open and assumed: ${record.open.length}`),
    ...record.open.map(
      ({ policy, address, how: kind, reason, line }) =>
        `  ${visible(policy)} ${visible(address)} [${how[kind]}] ${visible(reason)}\n    → ${line === '' ? say('没有写', 'no line') : visible(line)}`,
    ),
  ].join('\n')}\n`;
}
