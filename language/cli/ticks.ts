import { vocabulary } from '../../runtime/vocabulary.ts';
import { columns, visible } from '../diagnostics/columns.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import type { PatientVisit } from '../properties/judge.ts';
import type { PropertyResult } from '../properties/run.ts';
import type { Tick } from '../scenarios/run.ts';
import type { Terminal } from './terminal.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

type Counted = Count & { readonly text: string };

/** A compared value, wherever it is stated: in a text or in a bundle. */
type ShownTick = Omit<Tick, 'span'>;

/** A scenario that was run from a text or from a bundle. */
type ShownScenario = Count & {
  readonly title: string;
  readonly policy: string;
  readonly pass: boolean;
  readonly events: readonly { readonly ticks: readonly ShownTick[] }[];
};

/** Columns kept for the name of a compared value. */
const NAME_WIDTH = 30;

const GREEN = '32';
const RED = '31';

const paint = (terminal: Terminal, ink: string, text: string): string => (terminal.colour ? `\u001b[${ink}m${text}\u001b[0m` : text);
const tick = (terminal: Terminal, pass: boolean): string => (pass ? paint(terminal, GREEN, '✓') : paint(terminal, RED, '✗'));
const padded = (text: string): string => `${text}${' '.repeat(Math.max(1, NAME_WIDTH - columns(text)))}`;

/** A scenario with a tick for each compared value; where they differ, what was expected stands under what came. */
export function scenarioText(result: ShownScenario, terminal: Terminal): Counted {
  const several = result.events.length > 1;
  const lines = [`${tick(terminal, result.pass)} ${visible(result.title)} (${visible(result.policy)})`];
  for (const [index, event] of result.events.entries()) {
    if (several && event.ticks.length > 0) lines.push(terminal.lang === 'zh' ? `    第${index + 1}次` : `    event ${index + 1}`);
    for (const one of event.ticks) lines.push(...tickLines(one, terminal));
  }
  return { passed: result.passed, failed: result.failed, text: lines.join('\n') };
}

/** A scenario of a bundle on one line with the number of its values; where they differ, as `scenarioText`. */
export function rerunText(result: ShownScenario, terminal: Terminal): Counted {
  if (!result.pass) return scenarioText(result, terminal);
  const { passed, failed } = result;
  const values = terminal.lang === 'zh' ? `${passed} 个数` : `${passed} values`;
  return { passed, failed, text: `${tick(terminal, true)} ${visible(result.title)} (${visible(result.policy)})  ${values}` };
}

/** One step of a check: what it is, what was found, and lines that say more. */
export interface Step {
  readonly name: string;
  readonly said: string;
  /** `undefined`: there was nothing to hold it against. */
  readonly pass: boolean | undefined;
  readonly under?: readonly string[];
}

/** A step on its line. */
export const stepText = ({ name, said, pass, under = [] }: Step, terminal: Terminal): string =>
  [`${pass === undefined ? '?' : tick(terminal, pass)} ${name}  ${visible(said)}`.trimEnd(), ...under].join('\n');

function tickLines(one: ShownTick, terminal: Terminal): string[] {
  const zh = terminal.lang === 'zh';
  const name = padded(visible(one.label));
  const source = one.source
    ? [`        ${zh ? `原文 ${one.source.value} 有误:` : `the source says ${one.source.value}, wrongly: `}${visible(one.source.why)}`]
    : [];
  if (one.pass) return [`    ${tick(terminal, true)} ${name}${visible(one.actual)}`, ...source];
  const under = `      ${padded(zh ? '  应为' : '  expected')}`;
  return [
    `    ${tick(terminal, false)} ${name}${paint(terminal, RED, visible(one.actual))}`,
    `${under}${visible(one.expected)}`,
    ...source,
  ];
}

/** Why a patient decides nothing. */
const SKIPS: Readonly<Record<string, Words>> = {
  open: vocabulary.open,
  missing: vocabulary.missing,
  ineligible: vocabulary.ineligible,
  refused: vocabulary.refused,
  violation: vocabulary.violation,
  absent: { zh: '没有这个数', en: 'no such amount' },
  outside: { zh: '不在条件内', en: 'outside the condition' },
};

/** A property with the number of patients tried, or with the smallest one for whom it does not hold. */
export function propertyText(result: PropertyResult, terminal: Terminal): Counted {
  const pass = result.status === 'held';
  const zh = terminal.lang === 'zh';
  const tried = zh ? `试了 ${result.tried} 个患者` : `${result.tried} patients tried`;
  const lines = [`${tick(terminal, pass)} ${visible(result.title)} (${visible(result.policy)})  ${tried}`];
  const undecided = Object.entries(result.skipped).map(([why, number]) => `${SKIPS[why]?.[terminal.lang] ?? why} ${number}`);
  if (undecided.length > 0)
    lines.push(zh ? `    另有患者不能判断：${undecided.join('、')}` : `    others decide nothing: ${undecided.join(', ')}`);
  if (result.status === 'untried') lines.push(zh ? '    没有一个患者能判断这条性质' : '    no patient decides this property');
  if (result.counterexample) {
    lines.push(zh ? `    最小的反例（--seed ${result.seed}）：` : `    the smallest counterexample (--seed ${result.seed}):`);
    for (const visit of result.counterexample.history) lines.push(`      ${fieldsOf(visit)}`);
    for (const [index, visits] of result.counterexample.alternatives.entries()) {
      if (result.counterexample.alternatives.length > 1) lines.push(zh ? `      情形 ${index + 1}` : `      case ${index + 1}`);
      for (const visit of visits) lines.push(`        ${fieldsOf(visit)}  → ${visible(visit.amount)}`);
    }
  }
  return { passed: pass ? 1 : 0, failed: pass ? 0 : 1, text: lines.join('\n') };
}

const fieldsOf = (visit: PatientVisit): string =>
  Object.entries(visit.fields)
    .map(([name, value]) => `${visible(name)} ${visible(value)}`)
    .join('; ');
