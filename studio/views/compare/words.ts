/** What the comparison found, in words: pure functions of its results. */
import type { SideValue, Trait, Unit, ValueChange } from '../../../language/index.ts';
import { moneyText, shortMoneyText } from '../../strings/money.ts';
import { quantityText, ruleName } from '../../strings/quantities.ts';
import type { Language, Say } from '../../strings/strings.ts';
import type { compareWords } from './strings.ts';

export type SayCompare = Say<(typeof compareWords)['book']>;

/** "70%", "1,000 元" (without `unit` amounts are bare), with 待定 or 暂按 where it is so. */
export function valueText(value: SideValue | undefined, say: SayCompare, language: Language, unit = true): string {
  if (!value) return '—';
  if (value.kind === 'open' || value.value === undefined) return say('open');
  const text = quantityText(value.value, value.type, language, unit);
  return value.kind === 'assumed' ? `${say('assumed')} ${text}` : text;
}

/** "+5 个百分点", "−1,000 元"; what is new or gone says so. */
export function differenceText({ difference, how }: ValueChange, say: SayCompare, language: Language): string {
  if (how === 'new') return say('isNew');
  if (how === 'gone') return say('isGone');
  if (!difference) return '≠';
  const text = quantityText(difference.value, difference.type, language);
  return text.startsWith('\u2212') ? text : `+${text}`;
}

/** One trait: "三级", "认定病种数 2 及以上", "参保日 2022-07-01 及以前". */
function traitText(trait: Trait, say: SayCompare): string {
  const { field, members, from, to, since, until, value } = trait;
  const about = (said: string): string => say('fieldAbout', { field, value: said });
  if (members) return members.length === 0 ? say('none', { field }) : members.join('、');
  if (from !== undefined)
    return about(to === undefined ? say('orMore', { from }) : from === to ? String(from) : say('fromTo', { from, to }));
  if (until !== undefined)
    return about(
      since === undefined ? say('untilDay', { day: until }) : since === until ? until : say('fromTo', { from: since, to: until }),
    );
  if (value === true) return say('yes', { field });
  if (value === false) return say('no', { field });
  return value === undefined ? say('notGiven', { field }) : about(String(value));
}

/** Whom it is about: the traits that say who first, days after them. */
export function whoText(traits: readonly Trait[], say: SayCompare): { readonly who: string; readonly when: string } {
  const days = traits.filter(({ until }) => until !== undefined);
  // What is narrowest says most.
  const others = traits.filter(({ until }) => until === undefined).toSorted((a, b) => (a.members?.length ?? 1) - (b.members?.length ?? 1));
  return {
    who: others.length === 0 ? say('everyone') : others.map((trait) => traitText(trait, say)).join(' · '),
    when: days.map((trait) => traitText(trait, say)).join('，'),
  };
}

/** The largest difference of a class: "最多 +1,000", or from … to …. */
export function gapText({ most, least }: { readonly most?: string; readonly least?: string }, say: SayCompare): string {
  const signed = (amount: string): string => (amount.startsWith('-') ? shortMoneyText(amount) : `+${shortMoneyText(amount)}`);
  if (most !== undefined && least !== undefined) return say('mostAndLeast', { most: signed(most), least: signed(least) });
  const one = most ?? least;
  return one === undefined ? '' : say('most', { amount: signed(one) });
}

/** "报销比例 70% → 75%", "新增 门诊统筹". */
export function unitText(unit: Unit, values: readonly ValueChange[], say: SayCompare, language: Language): string {
  if (unit.kind === 'rules') return say('rulesTogether');
  if (unit.kind !== 'value') return say(unit.kind, { name: unit.name });
  const change = values.find(({ address }) => address === unit.address);
  if (!change) return unit.address;
  return say('valueTo', {
    name: ruleName(change),
    before: valueText(change.before, say, language, false),
    after: valueText(change.after, say, language),
  });
}

const STATUS = {
  settled: 'statusSettled',
  open: 'statusOpen',
  missing: 'statusMissing',
  ineligible: 'statusIneligible',
  refused: 'statusRefused',
  violation: 'statusViolation',
} as const;

/** An amount, or the status that stands in its place. */
export const amountText = (
  { status, amount }: { readonly status: keyof typeof STATUS; readonly amount?: string },
  say: SayCompare,
): string => (amount === undefined ? say(STATUS[status]) : moneyText(amount));

/** The words of a status. */
export const statusText = (status: keyof typeof STATUS, say: SayCompare): string => say(STATUS[status]);
