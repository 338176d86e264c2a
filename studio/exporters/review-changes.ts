/** The values that changed, as the review report shows them. */
import type { Changes, SideValue, ValueChange } from '../../language/index.ts';
import { quantityText, ruleName } from '../strings/quantities.ts';
import type { Language, Say } from '../strings/strings.ts';
import type { reportWords } from './review-strings.ts';

/** What is not the same in two laws of one policy. */
export interface ReportedChanges {
  readonly policy: string;
  readonly against: 'former' | 'delivered';
  readonly before: string;
  readonly after: string;
  readonly changes: Changes;
}

/** Says the words of the report. */
export type SayReport = Say<(typeof reportWords)['book']>;

/** One line of the list: where, before, after, by how much, and the sentence it rests on. */
export interface ChangedLine {
  readonly where: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly quote: string;
}

function valueText(value: SideValue | undefined, say: SayReport, language: Language): string {
  if (!value) return '—';
  if (value.kind === 'open' || value.value === undefined) return say('open');
  const text = quantityText(value.value, value.type, language);
  return value.kind === 'assumed' ? `${say('assumed')} ${text}` : text;
}

function differenceText({ how, difference }: ValueChange, say: SayReport, language: Language): string {
  if (how === 'new') return say('isNew');
  if (how === 'gone') return say('isGone');
  if (!difference) return '≠';
  const text = quantityText(difference.value, difference.type, language);
  return text.startsWith('\u2212') ? text : `+${text}`;
}

/** Values first, as the law has them; then what is written otherwise, values apart. */
export const changedLines = ({ values, structure }: Changes, say: SayReport, language: Language): readonly ChangedLine[] => [
  ...values.map((change): ChangedLine => {
    const [quoted] = (change.after ?? change.before)?.quotes ?? [];
    const own = ruleName(change);
    return {
      where: change.group === '' || own.startsWith(change.group) ? own : `${change.group} · ${own}`,
      before: valueText(change.before, say, language),
      after: valueText(change.after, say, language),
      difference: differenceText(change, say, language),
      quote: quoted === undefined ? '' : `“${quoted.quote}” ${quoted.document}`,
    };
  }),
  ...(['new', 'gone'] as const).flatMap((how) => {
    const names = [...new Set(structure.filter((one) => one.how === how).map(({ name }) => name))];
    return names.length === 0 ? [] : [{ ...NO_VALUES, where: names.join('、'), difference: say(how === 'new' ? 'isNew' : 'isGone') }];
  }),
  ...structure
    .filter(({ how }) => how === 'changed')
    .map(({ group, name, parts }) => ({
      ...NO_VALUES,
      where: [...new Set([group, name, ...parts])].filter((part) => part !== '').join(' · '),
      difference: say('writtenOtherwise'),
    })),
];

const NO_VALUES = { before: '', after: '', quote: '' };
