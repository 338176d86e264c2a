import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, insertAt, replaceWith } from './finding.ts';

/** An exception that neither follows its definition nor names it. `near` is a definition it may mean. */
export const noTarget = (v: { name: string; at: Span; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'exceptions/no-target',
    what: [`例外 “${v.name}” 没有写改的是哪一个数。`, `Exception “${v.name}” does not say which value it changes.`],
    why: [
      '例外紧跟在定义后面才不用写；放在别处，先后次序不能替它说明。',
      'Only right after its definition may that be left out; elsewhere the order of lines cannot say it.',
    ],
    remedy: [
      '在名称后面写 于 和定义的名称，或把它移到定义后面。',
      'After its name write 于 and the definition, or move it right after the definition.',
    ],
    span: v.span,
    fixes: v.near ? [insertAt('end', v.at, ` 于 ${v.near}`, [`写明改的是 “${v.near}”`, `Say that it changes “${v.near}”`])] : [],
  });

/** 再 with no exception before it. `line` is what to delete: 新增 goes with it. */
export const emptyRound = (v: { line: Span; span: Span }): Diagnostic =>
  finding({
    code: 'exceptions/empty-round',
    what: ['这个 再 前面没有例外。', 'No exception stands before this 再 (again).'],
    why: ['再 是在前一轮例外算完以后，另起一轮。', '再 begins another round after the exceptions before it.'],
    remedy: ['删去它，或把前一轮的例外写在它前面。', 'Delete it, or write the first round before it.'],
    span: v.span,
    fixes: [replaceWith(v.line, '', ['删去 再', 'Delete it'])],
  });

const patientWords = (patient: Readonly<Record<string, string>>, between: '、' | ', '): string =>
  Object.entries(patient)
    .map(([name, value]) => `${name} ${value}`)
    .join(between);

/** Two exceptions of one stage that hold together and disagree. `resting` are conditions that could not be read. */
export const tie = (v: {
  target: string;
  one: string;
  two: string;
  /** Whether each is a line of a 倾斜, which cannot say 优先于. */
  bundled: readonly [boolean, boolean];
  patient: Readonly<Record<string, string>>;
  resting: readonly string[];
  /** Both add, or multiply by, the same. */
  alike: boolean;
  span: Span;
  other: Span;
}): Diagnostic => {
  const everybody = Object.keys(v.patient).length === 0;
  const certain = v.resting.length === 0;
  return finding({
    code: 'exceptions/tie',
    what: certain
      ? [
          `${everybody ? '每一个病人' : `${patientWords(v.patient, '、')} 的病人`}同时符合 “${v.target}” 的例外 “${v.one}” 和 “${v.two}”，${v.alike ? '算一次还是两次都算，没有写' : '两个结果不同'}。`,
          `${everybody ? 'Every patient' : `A patient with ${patientWords(v.patient, ', ')}`} meets both “${v.one}” and “${v.two}” on “${v.target}”, ${v.alike ? 'and whether one applies or both is not said' : 'with different results'}.`,
        ]
      : [
          `“${v.target}” 的例外 “${v.one}” 和 “${v.two}” 会不会同时成立，没能排除。`,
          `That “${v.one}” and “${v.two}” on “${v.target}” hold together could not be ruled out.`,
        ],
    why: certain
      ? ['例外的先后由写明的次序决定，不由行的先后决定。', 'What wins is decided by a stated order, not by the order of lines.']
      : [
          `${v.resting.map((name) => `“${name}”`).join('、')} 何时成立不是拿一个字段和常数比，排列不尽。`,
          `${v.resting.map((name) => `“${name}”`).join(', ')} does not compare one field with constants, so it cannot be laid out.`,
        ],
    remedy: v.bundled.every(Boolean)
      ? [
          '把其中一行从 倾斜 里移出来写成 例外，后面写 优先于 另一个，或写 叠加、取高、取低。',
          'Move one of the lines out of its 倾斜 and write it as 例外, followed by 优先于 (over) the other, or by 叠加, 取高 or 取低.',
        ]
      : [
          '在例外后面写 优先于 另一个；都要算的写 叠加，取一个的写 取高 或 取低。',
          'After an exception write 优先于 (over) the other; 叠加 if both apply, 取高 or 取低 to take one.',
        ],
    span: v.span,
    others: [{ span: v.other, words: ['另一个例外', 'the other exception'] }],
    fixes: [
      ...(v.alike && !v.bundled[1] ? [insertAt('end', v.span, ' 叠加', ['两个都算', 'Let both apply'])] : []),
      ...(v.bundled[1] ? [] : [insertAt('end', v.span, ` 优先于 ${v.one}`, [`“${v.two}” 优先于 “${v.one}”`, `Let “${v.two}” win`])]),
      ...(v.bundled[0] ? [] : [insertAt('end', v.other, ` 优先于 ${v.two}`, [`“${v.one}” 优先于 “${v.two}”`, `Let “${v.one}” win`])]),
    ],
    ...(certain ? { witness: v.patient } : {}),
  });
};
