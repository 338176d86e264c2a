/** Changed copies of JSON: one place replaced by something else, often by another part of the same JSON, which keeps shapes plausible. */
import fc from 'fast-check';

type Json = unknown;

/** Every place of a JSON value, as a path. */
function placesOf(json: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, value]) => placesOf(value, [...path, Array.isArray(json) ? Number(key) : key]))];
}

function at(json: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), json);
}

function replaced(json: Json, [key, ...rest]: readonly (string | number)[], by: Json): Json {
  if (key === undefined) return by;
  if (Array.isArray(json)) return json.map((value, index) => (index === key ? replaced(value, rest, by) : value));
  return { ...(json as object), [key]: replaced(at(json, [key]), rest, by) };
}

const strange = fc.constantFrom<Json>(
  0,
  -1,
  1,
  7,
  1.5,
  99_999,
  '',
  '0',
  '-3',
  'x',
  '2023-02-30',
  '9'.repeat(70),
  true,
  false,
  null,
  [],
  {},
  [[]],
  { op: 'step', index: 3 },
  { op: 'input', index: 0 },
  { op: 'open', point: 0 },
);

/** One to three changes; half of them put there what stands under the same key elsewhere. */
export function mutationsOf(json: Json): fc.Arbitrary<Json> {
  const places = placesOf(json);
  const change = fc.record({ where: fc.constantFrom(...places), from: fc.nat(places.length), own: fc.boolean(), other: strange });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce<Json>((value, { where, from, own, other }) => {
      if (at(value, where.slice(0, -1)) === undefined) return value;
      const alike = places.filter((place) => place.at(-1) === where.at(-1));
      return replaced(value, where, own ? at(json, alike[from % alike.length] ?? where) : other);
    }, json),
  );
}
