import * as z from 'zod/mini';
import type { Words } from '../../language/diagnostics/diagnostic.ts';
import type { PatientSet } from '../store/patient-sets.ts';

/** The format of the file. Another number is another format, not a newer one of this. */
export const PATIENTS_FORMAT = 'yice-patients/1';

/** More than one afternoon can hold, and little enough to stay quick. */
export const LIMITS = { bytes: 16 * 1024 * 1024, patients: 10_000, visits: 400, text: 2_000, title: 80 } as const;

const text = z.string().check(z.maxLength(LIMITS.text));
const name = z.string().check(z.minLength(1), z.maxLength(LIMITS.text));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const literal = z.union([text, z.boolean(), z.array(text)]);
/** An amount is text: a number is a count, and a count is whole. */
const fieldValue = z.union([text, z.int(), z.boolean(), z.array(text)]);
const fields = z.record(name, fieldValue);

const visit = z.strictObject({
  id: name,
  fields,
  lists: z.optional(z.record(name, z.array(fields))),
  gap: z.optional(name),
  reverses: z.optional(name),
  corrects: z.optional(name),
  person: z.optional(name),
});

const correction = z.strictObject({ visit: name, label: name, from: text, to: text });
const disposition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('expectation'), reason: text, corrections: z.array(correction) }),
  z.strictObject({ kind: z.literal('rules'), reason: text }),
  z.strictObject({ kind: z.literal('notice'), reason: text }),
]);

const patient = z.strictObject({
  id: name,
  name: text,
  policy: name,
  encounters: z.array(visit).check(z.minLength(1), z.maxLength(LIMITS.visits)),
  openings: z.array(z.strictObject({ policy: z.exactOptional(name), accumulator: name, keys: z.array(literal), value: text })),
  expected: z.optional(z.record(name, z.record(name, text))),
  note: z.optional(text),
  knownOn: z.optional(day),
  suppose: z.optional(z.record(name, literal)),
  disposition: z.optional(disposition),
  line: z.optional(text),
});

const file = z.strictObject({
  format: z.literal(PATIENTS_FORMAT),
  title: z.string().check(z.minLength(1), z.maxLength(LIMITS.title)),
  patients: z.array(patient).check(z.maxLength(LIMITS.patients)),
});

/** A set, or everything that keeps the text from being one, each with its place. */
export type ReadPatientSet = { readonly ok: true; readonly set: PatientSet } | { readonly ok: false; readonly problems: readonly Words[] };

/** Reads the text of a set. Nothing that is not understood is passed over: a name that the format does not know is named. */
export function readPatientSet(given: string): ReadPatientSet {
  if (given.length > LIMITS.bytes) return refused([{ zh: '文件超过 16 MB', en: 'The file is larger than 16 MB' }]);
  let json: unknown;
  try {
    json = JSON.parse(given);
  } catch {
    return refused([{ zh: '不是 JSON 文件', en: 'This is not a JSON file' }]);
  }
  const read = file.safeParse(json);
  if (!read.success) return refused(read.error.issues.slice(0, SHOWN).flatMap(problemsOf));
  const { format: _, ...set } = read.data;
  const twins = twinsIn(set);
  return twins.length > 0 ? refused(twins) : { ok: true, set };
}

/** The text of a set: one field a line, so that a change is one line of a comparison. */
export const patientSetText = (set: PatientSet): string =>
  `${JSON.stringify({ format: PATIENTS_FORMAT, title: set.title, patients: set.patients }, undefined, 1)}\n`;

const SHOWN = 20;
const refused = (problems: readonly Words[]): ReadPatientSet => ({ ok: false, problems });

/** "第 3 名患者 › encounters 2 › fields › 机构等级" */
function placeOf(path: readonly PropertyKey[]): Words {
  const [first, at, ...rest] = path;
  const inside = rest.map((part) => (typeof part === 'number' ? String(part + 1) : String(part)));
  const tail = inside.length > 0 ? ` › ${inside.join(' › ')}` : '';
  if (first === 'patients' && typeof at === 'number') return { zh: `第 ${at + 1} 名患者${tail}`, en: `Patient ${at + 1}${tail}` };
  const whole = path.length > 0 ? path.map(String).join(' › ') : '';
  return { zh: whole || '整个文件', en: whole || 'The whole file' };
}

function problemsOf(issue: z.core.$ZodIssue): readonly Words[] {
  const place = placeOf(issue.path);
  const say = (zh: string, en: string): readonly Words[] => [{ zh: `${place.zh}: ${zh}`, en: `${place.en}: ${en}` }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => say(`没有“${key}”这一项`, `there is no “${key}” in this format`));
    case 'too_big':
      return say(`最多 ${issue.maximum}`, `at most ${issue.maximum}`);
    case 'too_small':
      return say('是空的', 'is empty');
    case 'invalid_value':
      return say(`应是 ${issue.values.map(String).join(' 或 ')}`, `should be ${issue.values.map(String).join(' or ')}`);
    case 'invalid_format':
      return say('写成 2023-05-08 这样的日期', 'write a day such as 2023-05-08');
    default:
      return say(
        '这里的写法读不成; 金额写成文字, 如 "400.00"',
        'this cannot be read as what belongs here; amounts are text such as "400.00"',
      );
  }
}

/** Ids by which patients and visits are spoken of must be their own, and what is expected must be of a visit that there is. */
function twinsIn({ patients }: PatientSet): readonly Words[] {
  const seen = new Set<string>();
  return patients.flatMap((one, at) => {
    const place = placeOf(['patients', at]);
    const found: Words[] = [];
    if (seen.has(one.id)) found.push({ zh: `${place.zh}: 编号“${one.id}”已有别人用`, en: `${place.en}: the id “${one.id}” is taken` });
    seen.add(one.id);
    const visits = new Set<string>();
    for (const { id } of one.encounters) {
      if (visits.has(id)) found.push({ zh: `${place.zh}: 两次就诊同为“${id}”`, en: `${place.en}: two visits are both “${id}”` });
      visits.add(id);
    }
    for (const id of Object.keys(one.expected ?? {}))
      if (!visits.has(id))
        found.push({ zh: `${place.zh}: 期望里的“${id}”没有这次就诊`, en: `${place.en}: “${id}” is expected and is no visit` });
    return found;
  });
}
