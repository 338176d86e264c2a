import type { Problem } from '../answer.ts';

/** The closed list of what can be wrong with an event as it was given, in the officer's words. */

/** As much of what was given as helps to recognise it. */
export function quoted(given: unknown): string {
  if (typeof given === 'string') return given.length > 40 ? `${given.slice(0, 40)}…` : given;
  if (typeof given === 'number' || typeof given === 'boolean' || typeof given === 'bigint') return String(given);
  return given === null ? 'null' : Array.isArray(given) ? '[…]' : '{…}';
}

export const unknownField = (given: string, near: string | undefined): Problem => ({
  code: 'unknownField',
  field: quoted(given),
  zh: `没有叫“${quoted(given)}”的字段。${near ? `最接近的是“${near}”。` : '去掉它, 或在政策里声明它。'}`,
  en: `There is no field “${quoted(given)}”. ${near ? `The nearest is “${near}”.` : 'Leave it out, or declare it in the policy.'}`,
});

export const unknownValue = (field: string, given: unknown, near: string | undefined, known: readonly string[]): Problem => ({
  code: 'unknownValue',
  field,
  zh: `“${field}”没有“${quoted(given)}”这个取值。${near ? `最接近的是“${near}”。` : `可用: ${known.slice(0, 12).join('、')}。`}`,
  en: `“${field}” has no value “${quoted(given)}”. ${near ? `The nearest is “${near}”.` : `Known: ${known.slice(0, 12).join(', ')}.`}`,
});

/** A code that a table does not have. `table`: "aka130@旧接口" */
export const unknownCode = (
  field: string,
  given: unknown,
  table: string,
  codes: readonly { readonly code: string; readonly value: string }[],
): Problem => {
  const some = codes.slice(0, 12).map(({ code, value }) => `${code} ${value}`);
  return {
    code: 'unknownValue',
    field,
    zh: `“${field}”的编码表 ${table} 没有“${quoted(given)}”。表里有: ${some.join('、')}。`,
    en: `The code table ${table} of “${field}” has no “${quoted(given)}”. It has: ${some.join(', ')}.`,
  };
};

/** A code that tables of the field read differently, given under a name that does not say by which. */
export const ambiguousCode = (field: string, given: unknown, value: string, interfaceName: string, others: readonly string[]): Problem => ({
  code: 'unknownValue',
  field,
  zh: `“${field}”给的是编码“${quoted(given)}”: 在 ${interfaceName} 里是“${value}”, 在 ${others.join('、')} 里是别的。写名称, 或写在接口字段名下。`,
  en: `“${field}” was given as the code “${quoted(given)}”, which is “${value}” in ${interfaceName} and something else in ${others.join(', ')}. Give the name, or give it under the name of the interface.`,
});

/** `zh` and `en` say what should have been given. */
export const wrongType = (field: string, given: unknown, zh: string, en: string): Problem => ({
  code: 'wrongType',
  field,
  zh: `“${field}”给的是“${quoted(given)}”。应为${zh}。`,
  en: `“${field}” was given as “${quoted(given)}”. It should be ${en}.`,
});

export const binaryFloat = (field: string, given: number): Problem => ({
  code: 'wrongType',
  field,
  zh: `“${field}”给的是小数 ${given}。计算机的小数存不准, 会差一分; 写成文本 “${given}”。`,
  en: `“${field}” was given as the number ${given}. Computers do not hold such numbers exactly, and a fen would be lost; write it as the text “${given}”.`,
});

export const outOfRange = (field: string, given: unknown, zh: string, en: string): Problem => ({
  code: 'outOfRange',
  field,
  zh: `“${field}”给的是 ${quoted(given)}, ${zh}。`,
  en: `“${field}” was given as ${quoted(given)}: ${en}.`,
});

export const namesDiffer = (field: string, interfaceName: string): Problem => ({
  code: 'wrongType',
  field,
  zh: `“${field}”和接口名 ${interfaceName} 都给了, 两个值不同。只给一个, 或让两个相同。`,
  en: `“${field}” and its interface name ${interfaceName} were both given, with different values. Give one, or the same in both.`,
});

export const sumDiffers = (total: string, given: string, parts: readonly string[], sum: string): Problem => ({
  code: 'sumDiffers',
  field: total,
  zh: `“${total}”是 ${given}, 而 ${parts.join(' + ')} = ${sum}。两者应当相等。`,
  en: `“${total}” is ${given}, but ${parts.join(' + ')} = ${sum}. They should be equal.`,
});

export const computedDiffers = (field: string, given: string, worked: string): Problem => ({
  code: 'sumDiffers',
  field,
  zh: `“${field}”给的是 ${given}, 按政策算得 ${worked}。两者应当相等; 只给明细, 或只给“${field}”。`,
  en: `“${field}” was given as ${given}; worked out as the policy says it is ${worked}. They should be equal; give the items alone, or “${field}” alone.`,
});

export const computedNegative = (field: string, worked: string): Problem => ({
  code: 'outOfRange',
  field,
  zh: `“${field}”按政策算得 ${worked}。费用不能是负数, 所给的各项对不上。`,
  en: `“${field}” is worked out as ${worked}. An expense is not negative, so what was given does not fit together.`,
});

/** The same problem, in an item of a list: “项目 第2项”. */
export const inItem = (problem: Problem, list: string, item: number): Problem => ({
  ...problem,
  ...(problem.field === undefined ? {} : { field: problem.field === list ? `${list} 第${item}项` : itemPlace(list, item, problem.field) }),
  zh: `${list} 第${item}项: ${problem.zh}`,
  en: `${list}, item ${item}: ${problem.en}`,
});

/** Where in a list something stands, items counted from 1. */
export const itemPlace = (list: string, item: number, field: string): string => `${list} 第${item}项.${field}`;

export const partsExceed = (total: string, given: string, parts: readonly string[], sum: string): Problem => ({
  code: 'sumDiffers',
  field: total,
  zh: `“${total}”是 ${given}, 已给的 ${parts.join(' + ')} = ${sum} 超过了它。`,
  en: `“${total}” is ${given}, and ${parts.join(' + ')} = ${sum}, which is more.`,
});

export const malformed = (zh: string, en: string): Problem => ({ code: 'malformed', zh, en });
