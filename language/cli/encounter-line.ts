import { z } from 'zod';
import type { EncounterInput } from '../../runtime/answer.ts';
import type { InputLine } from './json-lines.ts';
import { repeatedKey } from './repeated-key.ts';

/** Why a line is no event; `field` names the entry at fault. */
export interface Unreadable {
  readonly code: string;
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
}

/** Absent, it is the first. */
const KINDS = ['settle', 'reverse', 'correct', 'backPay'] as const;

/** The envelope of an event. What stands in `fields` is read by the runtime against the policy's own declarations. */
const Envelope = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(KINDS).exactOptional(),
  of: z.string().min(1).exactOptional(),
  scheme: z.string().exactOptional(),
  policy: z.string().exactOptional(),
  /** A reversal has none, nor has a back payment. */
  fields: z.record(z.string(), z.unknown()).exactOptional(),
});

export type ReadLine = { readonly ok: true; readonly encounter: EncounterInput } | { readonly ok: false; readonly error: Unreadable };

const refuse = (code: string, zh: string, en: string, field?: string): ReadLine => ({
  ok: false,
  error: { code, ...(field === undefined ? {} : { field }), zh, en },
});

/** A line of input as an event, or why it is none. `limit` is what the line was measured against, in bytes. */
export function readEncounter(line: InputLine, limit: number): ReadLine {
  switch (line.kind) {
    case 'long':
      return refuse('line/long', `这一行超过 ${limit} 字节`, `the line is longer than ${limit} bytes`);
    case 'unreadable':
      return refuse('line/encoding', '这一行不是 UTF-8', 'the line is not UTF-8');
    case 'line':
      return fromText(line.text);
  }
}

function fromText(text: string): ReadLine {
  try {
    const json: unknown = JSON.parse(text);
    const repeated = repeatedKey(text);
    if (repeated !== undefined)
      return refuse(
        'line/repeated',
        `“${repeated}” 在一个对象里写了两次；只写一次`,
        `“${repeated}” stands twice in one object; write it once`,
        repeated,
      );
    return fromJson(json);
  } catch (error) {
    const place = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    const column = place === undefined ? text.length + 1 : Number(place) + 1;
    return refuse(
      'line/json',
      `这一行不是 JSON：第 ${column} 个字符处读不下去`,
      `the line is not JSON: character ${column} cannot be read`,
    );
  }
}

/** A parsed value as an event, or why it is none. */
export function fromJson(json: unknown): ReadLine {
  const parsed = Envelope.safeParse(json);
  if (parsed.success) {
    const { fields = {}, ...rest } = parsed.data;
    if (parsed.data.fields !== undefined || rest.kind === 'reverse' || rest.kind === 'backPay')
      return { ok: true, encounter: { ...rest, fields } };
    return refuse(
      'line/entry',
      '“fields” 没有写：就诊的各项写在里面',
      '“fields” is absent: what belongs to the event stands in it',
      'fields',
    );
  }
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return refuse(
      'line/entry',
      `不认得 “${key}”；就诊的各项写在 fields 里`,
      `there is no entry “${key}”; what belongs to the event stands in fields`,
      key,
    );
  }
  const field = issue?.path.join('.') ?? '';
  if (field === '')
    return refuse('line/shape', '这一行要是一个对象 { "id": …, "fields": { … } }', 'the line is an object { "id": …, "fields": { … } }');
  if (field === 'kind')
    return refuse(
      'line/entry',
      `“kind” 只有 ${KINDS.join('、')}：撤销写 reverse，更正写 correct，各以 of 指明原来那笔的编号；不写就是 settle`,
      `“kind” is one of ${KINDS.join(', ')}: reverse voids and correct corrects the event that “of” names; absent, it is settle`,
      field,
    );
  return refuse('line/entry', `“${field}” 没有写，或写得不对`, `“${field}” is absent or of another kind`, field);
}
