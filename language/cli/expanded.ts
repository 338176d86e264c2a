import type { Item, Policy } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { type CoreLine, expandLines, isForm } from '../3-check/forms/describe.ts';
import { respell } from '../format/respell.ts';
import type { Lang } from './terminal.ts';

/** Tells core text from what was written, and stands deeper. */
const MARK = '    │ ';

/** The forms of a policy by name, in the order of the text. */
export const formsOf = (policy: Policy): readonly { readonly name: string; readonly item: Item }[] =>
  policy.items.flatMap((item) => (isForm(item) ? [{ name: item.name?.text ?? '等待期', item }] : []));

/**
 * The policy as written, without remarks and with its keywords in one language; under the end of each line that is a form, the core text
 * that it stands for. With `only`, nothing but that item.
 */
export function expanded(policy: Policy, text: string, lang: Lang, only?: Item): string {
  const shown = only?.span ?? policy.span;
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  const lastLine = ({ start, end }: Span): number => lineAt(Math.max(start, end - 1));
  const under = new Map<number, CoreLine[]>();
  const units = policy.items.filter(isForm).flatMap(unitsOf);
  for (const core of expandLines(policy.items)) {
    const at = lastLine(smallest(units, core.span));
    under.set(at, [...(under.get(at) ?? []), core]);
  }
  // Line ends stay, so a line of the one is a line of the other.
  const written = text.split('\n');
  const lines = respell(text, lang).split('\n');
  const out: string[] = [];
  for (let at = lineAt(shown.start); at <= lastLine(shown); at += 1) {
    const line = (lines[at] ?? '').trimEnd();
    if (line !== '' || (written[at] ?? '').trim() === '') out.push(line);
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    for (const core of under.get(at) ?? []) out.push(...coreText(core, lang).map((one) => indent + MARK + one));
  }
  return `${out.join('\n')}\n`;
}

/** What core text is put under: an item that is a form, and each line of a benefit. */
const unitsOf = (item: Item): readonly Span[] => [
  item.span,
  ...(item.kind === 'benefit' ? item.lines.filter(({ kind }) => kind !== 'citation').map(({ span }) => span) : []),
];

/** The smallest unit around a place. */
const smallest = (units: readonly Span[], place: Span): Span =>
  units
    .filter(({ start, end }) => start <= place.start && place.end <= end)
    .reduce<Span | undefined>((best, one) => (best && best.end - best.start <= one.end - one.start ? best : one), undefined) ?? place;

function coreText({ text, rounded, unless }: CoreLine, lang: Lang): string[] {
  const zh = lang === 'zh';
  if (unless !== undefined) {
    const address = spelled(unless, lang).join('');
    return [zh ? `${address} 不成立时，以上每一项金额都是 0元` : `when ${address} does not hold, each amount above is 0 yuan`];
  }
  const lines = spelled(text, lang);
  const [first = '', ...rest] = lines;
  return rounded ? [`${first} ${zh ? '（按支付舍入）' : '(rounded as payments are)'}`, ...rest] : lines;
}

/** Read where it would stand, because a word may be a keyword in one place and a name in another. */
const spelled = (text: string, lang: Lang): string[] => respell(`政策 “甲” {\n${text}\n}`, lang).split('\n').slice(1, -1);
