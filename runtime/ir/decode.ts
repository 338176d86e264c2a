/**
 * Reading untrusted JSON into typed values. A decoder either gives the value, rebuilt from known fields only, or notes a reason and gives
 * undefined. Nothing here throws, whatever the JSON.
 */

/** Why something was refused, and where: "ir.policies[0].programs[1].steps[3].value". */
export interface Reason {
  readonly zh: string;
  readonly en: string;
  readonly path: string;
}

/** A place in the JSON, innermost first. */
export interface At {
  readonly key: string | number;
  readonly up?: At;
}

export type Decoder<T> = (json: unknown, at: At, reading: Reading) => T | undefined;

const MOST_REASONS = 50;

/** What one reading has found so far. */
export class Reading {
  readonly reasons: Reason[] = [];
  /** Levels of expressions that the reader is inside of. */
  depth = 0;

  refuse(at: At, zh: string, en: string): undefined {
    if (this.reasons.length < MOST_REASONS) this.reasons.push({ zh, en, path: pathText(at) });
    return undefined;
  }
}

const pathText = (at: At): string => {
  const own = typeof at.key === 'number' ? `[${at.key}]` : at.up ? `.${at.key}` : at.key;
  return at.up ? pathText(at.up) + own : own;
};

const LONGEST_TEXT = 20_000;
const LONGEST_LIST = 200_000;

/** A text of at most `most` characters. */
export const text =
  (most = LONGEST_TEXT): Decoder<string> =>
  (json, at, reading) =>
    typeof json === 'string' && json.length <= most
      ? json
      : reading.refuse(at, `应为不超过 ${most} 字的文本`, `should be a text of at most ${most} characters`);

/** A text that `test` accepts; `zh` and `en` name what it should be. */
export const textLike =
  (test: (text: string) => boolean, zh: string, en: string): Decoder<string> =>
  (json, at, reading) =>
    typeof json === 'string' && test(json) ? json : reading.refuse(at, `应为${zh}`, `should be ${en}`);

/** A name: a text that can stand beside others in one key, because it has no control characters. */
export const nameText: Decoder<string> = textLike(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  (value) => value.length <= 400 && !/[\u0000-\u001f\u007f]/.test(value),
  '不超过 400 字、不含控制字符的名称',
  'a name of at most 400 characters without control characters',
);

export const truth: Decoder<boolean> = (json, at, reading) =>
  typeof json === 'boolean' ? json : reading.refuse(at, '应为 true 或 false', 'should be true or false');

/** A whole number from `least` up. */
export const whole =
  (least = 0): Decoder<number> =>
  (json, at, reading) =>
    typeof json === 'number' && Number.isSafeInteger(json) && json >= least
      ? json
      : reading.refuse(at, `应为不小于 ${least} 的整数`, `should be a whole number of at least ${least}`);

/** One of the given texts. */
export const oneOf =
  <const T extends string>(...values: readonly T[]): Decoder<T> =>
  (json, at, reading) =>
    values.find((value) => value === json) ?? reading.refuse(at, `应为 ${values.join('、')} 之一`, `should be one of ${values.join(', ')}`);

/** A list; every wrong item is named. */
export const list =
  <T>(item: Decoder<T>, most = LONGEST_LIST): Decoder<readonly T[]> =>
  (json, at, reading) => {
    if (!Array.isArray(json)) return reading.refuse(at, '应为列表', 'should be a list');
    if (json.length > most)
      return reading.refuse(at, `列表有 ${json.length} 项, 最多 ${most} 项`, `the list has ${json.length} items; at most ${most}`);
    const items: T[] = [];
    const before = reading.reasons.length;
    for (let index = 0; index < json.length && reading.reasons.length < MOST_REASONS; index++) {
      const value = item(json[index], { key: index, up: at }, reading);
      if (value !== undefined) items.push(value);
    }
    return reading.reasons.length === before ? items : undefined;
  };

/** Marks a field that may be absent. */
export interface Optional<T> {
  readonly optional: Decoder<T>;
}
export const optional = <T>(decoder: Decoder<T>): Optional<T> => ({ optional: decoder });

type IsOptional<T, K extends keyof T> = { readonly [P in K]?: T[P] } extends Pick<T, K> ? true : false;

/** A decoder for each field of T; TypeScript says when one is forgotten. */
export type Fields<T> = {
  readonly [K in keyof T]-?: IsOptional<T, K> extends true ? Optional<Exclude<T[K], undefined>> : Decoder<T[K]>;
};

export const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** An object with exactly these fields; others are refused, because what is not understood must not be passed over. */
export function record<T extends object>(fields: Fields<T>): Decoder<T> {
  const readers = new Map<string, Decoder<unknown> | Optional<unknown>>(Object.entries(fields));
  return (json, at, reading) => {
    if (!isRecord(json)) return reading.refuse(at, '应为对象', 'should be an object');
    const before = reading.reasons.length;
    for (const key of Object.keys(json)) {
      if (!readers.has(key)) reading.refuse({ key, up: at }, '不认识这一项', 'is not a known field');
    }
    const result: Record<string, unknown> = {};
    for (const [key, reader] of readers) {
      const given = Object.hasOwn(json, key) ? json[key] : undefined;
      const place = { key, up: at };
      if (typeof reader !== 'function') {
        if (given !== undefined) result[key] = reader.optional(given, place, reading);
      } else if (given === undefined) reading.refuse(place, '缺少这一项', 'is missing');
      else result[key] = reader(given, place, reading);
    }
    return reading.reasons.length === before ? (result as T) : undefined;
  };
}

/** Chooses the decoder by the text in field `tag`. */
export function tagged<T>(tag: string, cases: Readonly<Record<string, Decoder<T>>>): Decoder<T> {
  const choices = new Map(Object.entries(cases));
  return (json, at, reading) => {
    if (!isRecord(json)) return reading.refuse(at, '应为对象', 'should be an object');
    const value = Object.hasOwn(json, tag) ? json[tag] : undefined;
    const decoder = typeof value === 'string' ? choices.get(value) : undefined;
    if (decoder) return decoder(json, at, reading);
    return reading.refuse({ key: tag, up: at }, `不认识 ${shown(value)}`, `${shown(value)} is not known here`);
  };
}

const shown = (value: unknown): string => (typeof value === 'string' ? `“${value.slice(0, 40)}”` : typeof value);

/** Keeps a list of the same kind for the texts that are keys. */
export const dictionary =
  <T>(item: Decoder<T>): Decoder<Readonly<Record<string, T>>> =>
  (json, at, reading) => {
    if (!isRecord(json)) return reading.refuse(at, '应为对象', 'should be an object');
    const before = reading.reasons.length;
    const entries: [string, T][] = [];
    for (const [key, value] of Object.entries(json)) {
      const read = item(value, { key, up: at }, reading);
      if (read !== undefined) entries.push([key, read]);
    }
    return reading.reasons.length === before ? Object.fromEntries(entries) : undefined;
  };
