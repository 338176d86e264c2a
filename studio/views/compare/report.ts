/** The comparison as a report: headings, tables and lines, in the language of the page. */
import type { Report, ReportTable } from '../../exporters/report.ts';
import type { ComparisonState } from '../../store/comparison.ts';
import { moneyText } from '../../strings/money.ts';
import { ruleName } from '../../strings/quantities.ts';
import type { Language } from '../../strings/strings.ts';
import { scopeOf } from './scope.ts';
import { countsOf, faredOf, groupsOf, numbersOf, numbersText } from './select.ts';
import type { Sides } from './sides.ts';
import type { SayCompare } from './words.ts';
import { amountText, differenceText, gapText, unitText, valueText, whoText } from './words.ts';

interface Names {
  readonly before: string;
  readonly after: string;
}

const HOW = { more: 'howMore', less: 'howLess', same: 'howSame', neither: 'howNeither' } as const;

/** Everything on the screen, and the quotes that the values rest on. */
export function comparisonReport(
  state: ComparisonState,
  { before, after }: Extract<Sides, { kind: 'sides' }>,
  names: Names,
  say: SayCompare,
  language: Language,
): Report {
  const fared = faredOf(state);
  const { changed, added, gone } = countsOf(state);
  const scope = scopeOf(state, after, say);
  const side = (name: string, policy: string, day: string, knownOn: string | undefined): string =>
    [name, policy, day, ...(knownOn === undefined ? [] : [`${say('knownOn')} ${knownOn}`])].join(' · ');
  return {
    language,
    title: say('reportTitle'),
    lines: [
      `${say('beforeSide')}: ${side(names.before, before.policy, before.day, before.knownOn)}`,
      `${say('afterSide')}: ${side(names.after, after.policy, after.day, after.knownOn)}`,
    ],
    figures: [
      { value: say('classes', { count: fared.more.length }), name: say(state.changes?.measure === 'due' ? 'moreDue' : 'more') },
      { value: say('classes', { count: fared.less.length }), name: say(state.changes?.measure === 'due' ? 'lessDue' : 'less') },
      ...(fared.unknown.length > 0 ? [{ value: say('classes', { count: fared.unknown.length }), name: say('unknown') }] : []),
      { value: say('rest'), name: say('sameToFen') },
    ],
    notes: scope ? [scope.claim, ...scope.lines] : [],
    tables: [
      changesTable(state, names, say, language, say('countChanged', { changed, added }) + (gone > 0 ? say('countGone', { gone }) : '')),
      classesTable(state, names, say),
      witnessTable(state, names, say, language),
      samplesTable(state, names, say),
    ].filter(({ rows }) => rows.length > 0),
    foot: say('made'),
  };
}

function changesTable(state: ComparisonState, names: Names, say: SayCompare, language: Language, note: string): ReportTable {
  return {
    title: say('whatChanged'),
    note: `${note} · ${say('unchangedCount', { count: state.changes?.changes.same ?? 0 })}`,
    columns: [
      { title: '' },
      { title: say('rule') },
      { title: names.before, right: true },
      { title: names.after, right: true },
      { title: say('difference'), right: true },
    ],
    rows: groupsOf(state).flatMap(({ name, how, values, rules }) => [
      {
        heading: [
          name === '' ? say('otherRules') : name,
          ...(how ? [say(how === 'new' ? 'newHere' : 'goneHere', { side: names.after })] : []),
        ].join(' · '),
      },
      ...values.map((change) => {
        const quote = (change.after ?? change.before)?.quotes[0];
        return {
          cells: [
            String(change.number),
            ruleName(change),
            valueText(change.before, say, language),
            valueText(change.after, say, language),
            differenceText(change, say, language),
          ],
          ...(quote ? { quote: `“${quote.quote}” ${quote.document}` } : {}),
        };
      }),
      ...rules.map((rule) => ({ cells: ['≠', [rule.name, ...rule.parts].filter(Boolean).join(' · '), '', '', '≠'] })),
    ]),
  };
}

function classesTable(state: ComparisonState, names: Names, say: SayCompare): ReportTable {
  const { more, less } = faredOf(state);
  const axis = state.effects?.classes.axis;
  const measure = state.changes?.measure ?? 'funds';
  return {
    title: say('forWhom'),
    note: axis === undefined ? say(`${measure}Only`) : say(measure, { axis }),
    columns: [
      { title: axis ?? say('bill'), right: true },
      { title: names.before, right: true },
      { title: names.after, right: true },
      { title: say('difference'), right: true },
    ],
    rows: [...less, ...more].flatMap((one) => {
      const { who, when } = whoText(one.traits, say);
      return [
        { heading: [who, when, gapText(one, say)].filter(Boolean).join(' · ') },
        ...one.rows.map((row) => ({
          cells: [row.at, row.before, row.after]
            .map((amount) => (amount === undefined ? '—' : moneyText(amount)))
            .concat(row.difference === undefined ? '—' : moneyText(row.difference, true)),
        })),
      ];
    }),
  };
}

function witnessTable(state: ComparisonState, names: Names, say: SayCompare, language: Language): ReportTable {
  const groups = groupsOf(state);
  const values = state.changes?.changes.values ?? [];
  return {
    title: say('firstToNotice'),
    note: `${say('firstHint')} · ${say('threshold')} ${say((['fen', 'yuan', 'hundred'] as const)[state.threshold])}`,
    columns: [
      { title: '' },
      { title: say('rule') },
      { title: say('patient') },
      { title: say('bill'), right: true },
      { title: names.before, right: true },
      { title: names.after, right: true },
    ],
    rows: (state.witnesses?.changes ?? []).map((one) => {
      const witness = one.witnesses[state.threshold];
      const name = [numbersText(numbersOf(one, groups)), unitText(one.unit, values, say, language)];
      if (!witness) return { cells: [...name, one.alone ? '—' : say('notAlone'), '', '', ''] };
      const { who, when } = whoText(witness.traits, say);
      return {
        cells: [
          ...name,
          [who, when].filter(Boolean).join('，'),
          witness.bill === undefined ? say('anyBill') : moneyText(witness.bill),
          amountText(witness.before, say),
          amountText(witness.after, say),
        ],
      };
    }),
  };
}

function samplesTable(state: ComparisonState, names: Names, say: SayCompare): ReportTable {
  const samples = state.effects?.samples ?? [];
  return {
    title: say('patients'),
    note: say('setHint', { count: samples.length, changed: samples.filter(({ how }) => how !== 'same').length }),
    columns: [
      { title: say('patient') },
      { title: say('visits'), right: true },
      { title: names.before, right: true },
      { title: names.after, right: true },
      { title: say('difference'), right: true },
      { title: say('how') },
    ],
    rows: samples.map((one) => ({
      cells: [
        [one.title, one.of].filter(Boolean).join(' · '),
        String(one.visits),
        amountText(one.before, say),
        amountText(one.after, say),
        one.difference === undefined ? '' : moneyText(one.difference, true),
        say(HOW[one.how]),
      ],
    })),
  };
}
