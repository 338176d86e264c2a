import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { finding } from './finding.ts';

/** 机构等级 三级、人员类别 退休 */
const patientWords = (patient: Readonly<Record<string, string>>, between: '、' | ', '): string =>
  Object.entries(patient)
    .map(([name, value]) => `${name} ${value}`)
    .join(between);

/** A combination for which a table has no row. `more` counts the other combinations that are missing too. */
export const gap = (v: {
  table: string;
  patient: Readonly<Record<string, string>>;
  more: number;
  resting: readonly string[];
  fixes: readonly Fix[];
  span: Span;
}): Diagnostic => {
  const others: readonly [string, string] =
    v.more > 0 ? [`，另有 ${v.more} 种组合也没有`, `, and ${v.more} more combinations are missing`] : ['', ''];
  return finding({
    code: 'tables/gap',
    what: [
      `${patientWords(v.patient, '、')} 的病人没有 “${v.table}”${others[0]}。`,
      `A patient with ${patientWords(v.patient, ', ')} has no “${v.table}”${others[1]}.`,
    ],
    why:
      v.resting.length > 0
        ? [
            `表要对每一种病人都有结果；${v.resting.map((name) => `“${name}”`).join('、')} 何时成立排除不了。`,
            `A table has a result for every patient; when ${v.resting.map((name) => `“${name}”`).join(', ')} holds could not be ruled out.`,
          ]
        : ['表要对每一种病人都有结果，行的先后不能补缺。', 'A table has a result for every patient; the order of rows fills no gap.'],
    remedy: [
      '补上缺的行；原文没写的，结果写 待定 和理由；不会有的组合写成 约束。',
      'Add the missing rows; where the source is silent the result is 待定 with a reason; write combinations that cannot be as 约束.',
    ],
    span: v.span,
    fixes: v.fixes,
    witness: v.patient,
  });
};

/** A combination that two rows claim. */
export const overlap = (v: {
  table: string;
  patient: Readonly<Record<string, string>>;
  resting: readonly string[];
  span: Span;
  other: Span;
}): Diagnostic =>
  finding({
    code: 'tables/overlap',
    what: [
      `${patientWords(v.patient, '、')} 的病人在 “${v.table}” 里同时落在两行。`,
      `A patient with ${patientWords(v.patient, ', ')} falls into two rows of “${v.table}”.`,
    ],
    why:
      v.resting.length > 0
        ? [
            `行的先后不决定结果；${v.resting.map((name) => `“${name}”`).join('、')} 不成立排除不了。`,
            `The order of rows decides nothing; that ${v.resting.map((name) => `“${name}”`).join(', ')} holds could not be ruled out.`,
          ]
        : ['行的先后不决定结果，两行就说不清用哪一行。', 'The order of rows decides nothing, so it is unclear which row counts.'],
    remedy: ['把其中一行的范围改到不重叠，或合成一行。', 'Narrow one of the rows so that they do not overlap, or join them.'],
    span: v.span,
    others: [{ span: v.other, words: ['另一行', 'the other row'] }],
    witness: v.patient,
  });

/** The search for a patient was given up. */
export const notRuledOut = (v: { table: string; what: 'gap' | 'overlap'; span: Span }): Diagnostic =>
  finding({
    code: 'tables/not-ruled-out',
    severity: 'warning',
    what:
      v.what === 'gap'
        ? [`“${v.table}” 有没有缺行，没能排除。`, `That “${v.table}” misses rows could not be ruled out.`]
        : [`“${v.table}” 有没有两行重叠，没能排除。`, `That two rows of “${v.table}” overlap could not be ruled out.`],
    why: [
      '牵涉的条件太多，试过的病人里没有，不等于没有。',
      'Too many conditions take part; none among the patients tried does not mean none.',
    ],
    remedy: ['把 适用 或 约束 拆成几个有名称的条件。', 'Split 适用 or 约束 into named conditions.'],
    span: v.span,
  });
