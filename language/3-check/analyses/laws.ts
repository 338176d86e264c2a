import type { CivilDate } from '../../../runtime/calendar/date.ts';
import { dayText } from '../../../runtime/calendar/date.ts';
import type { Path, Span } from '../../2-syntax/node.ts';
import type { Amendment, Change, Day, Policy } from '../../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { endsBeforeStart, laterChange, noDay, notADay } from '../../diagnostics/timeline.ts';
import { printExpression, printPath } from '../forms/print.ts';
import { wordOf } from '../forms/words.ts';
import { type DayReading, earliest, latest, readDay } from './days.ts';
import { samePath } from './same-value.ts';

/** The base policy or an amendment with its days read. */
export interface Law {
  /** Absent for the base policy. */
  readonly amendment?: Amendment;
  readonly effective: DayReading;
  readonly published: DayReading;
  /** The last day on which it holds. */
  readonly until?: CivilDate;
}

/** Whose text a law is: that of the policy itself, or of one above it on the ladder. */
export const ownerOf = (law: Law): string | undefined => law.amendment?.policy.text;

/** A law, or what is missing for it to be one. */
export interface Read {
  readonly law?: Law;
  readonly diagnostics: readonly Diagnostic[];
}

/** 自 and 发布 of the policy itself. Without 自 there is nothing to lay out. */
export function readBase(policy: Policy): Read {
  const day = (kind: 'effective' | 'published'): Day | undefined =>
    policy.items.find((item) => item.kind === kind)?.kind === kind
      ? policy.items.flatMap((item) => (item.kind === kind ? [item.day] : []))[0]
      : undefined;
  return read(day('effective'), day('published'), policy.name.span);
}

/** 发布 D1 自 D2 起 [至 D3] */
export function readAmendment(amendment: Amendment): Read {
  const { law, diagnostics } = read(amendment.effective, amendment.published, amendment.policy.span);
  if (!law) return { diagnostics };
  if (!amendment.until) return { law: { ...law, amendment }, diagnostics };
  const until = readDay(amendment.until);
  if (until?.kind !== 'known')
    return { diagnostics: [...diagnostics, notADay({ text: printExpression(amendment.until), span: amendment.until.span })] };
  const never = until.day < earliest(law.effective);
  const words = { from: dayText(earliest(law.effective)), until: dayText(until.day), span: amendment.until.span };
  return { law: { ...law, amendment, until: until.day }, diagnostics: never ? [...diagnostics, endsBeforeStart(words)] : diagnostics };
}

function read(effective: Day | undefined, published: Day | undefined, span: Span): Read {
  const diagnostics: Diagnostic[] = [];
  const one = (which: 'effective' | 'published', day: Day | undefined): DayReading | undefined => {
    if (!day) diagnostics.push(noDay({ which, span }));
    const reading = day && readDay(day);
    if (day && !reading) diagnostics.push(notADay({ text: printExpression(day), span: day.span }));
    return reading;
  };
  const from = one('effective', effective);
  const known = one('published', published);
  return { ...(from && known ? { law: { effective: from, published: known } } : {}), diagnostics };
}

/** In the order in which they change the law: by effective day, then published day, then place in the text. */
export function inOrder(laws: readonly Law[]): readonly Law[] {
  const place = (law: Law): string => `${law.amendment?.span.file ?? ''}\u0000${String(law.amendment?.span.start ?? 0).padStart(12, '0')}`;
  return [...laws].sort(
    (a, b) =>
      ascending(latest(a.effective), latest(b.effective)) ||
      ascending(latest(a.published), latest(b.published)) ||
      (place(a) < place(b) ? -1 : 1),
  );
}

/** Both may be infinite, so they are not subtracted. */
const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The paths a change touches. A 新增 touches the name it declares, which 停止 and later 新增 meet too. */
const pathOf = (change: Change): Path | undefined => (change.kind === 'insert' || change.kind === 'extend' ? undefined : change.path);

/** The same place, or one inside the other: 停止 住院 meets 住院.报销比例. */
export function meet(a: Path, b: Path): boolean {
  const [short, long] = a.names.length <= b.names.length ? [a, b] : [b, a];
  const within = short.names.every((name, at) => alias(name.text) === alias(long.names[at]?.text ?? ''));
  if (!within) return false;
  if (short.names.length < long.names.length) return true;
  const keys = (path: Path): Path => ({ ...path, names: [] });
  return a.keys.length === 0 || b.keys.length === 0 || samePath(keys(a), keys(b));
}

function alias(written: string): string {
  const name = wordOf(written);
  return name === '起付线' ? '起付标准' : name === '支付限额' || name === '费用限额' ? '限额' : name;
}

/** True when `earlier` supersedes this change of `later`: 并取代 removes what was already published for the same place and a later day. */
export function supersedes(earlier: Law, later: Law, change: Change): boolean {
  const path = pathOf(change);
  if (!earlier.amendment?.supersedes || !path) return false;
  return (
    latest(earlier.effective) < earliest(later.effective) &&
    latest(later.published) <= earliest(earlier.published) &&
    touches(earlier, path)
  );
}

/** A change that reaches into the time of one published before it, without saying how far it goes. */
export interface Reach {
  readonly law: Law;
  readonly change: Change;
  readonly path: Path;
  readonly later: Law;
}

/** All such changes. Together with the later one they are not applied: which of the two holds is what is missing. */
export function reaches(laws: readonly Law[]): readonly Reach[] {
  return laws.flatMap((law) =>
    (law.amendment && !law.amendment.supersedes ? law.amendment.changes : []).flatMap((change) => {
      const path = pathOf(change);
      const later = path && laws.find((other) => reachesInto(law, other) && touches(other, path));
      return path && later ? [{ law, change, path, later }] : [];
    }),
  );
}

const reachesInto = (law: Law, other: Law): boolean =>
  earliest(other.effective) > latest(law.effective) &&
  latest(other.published) < earliest(law.published) &&
  (law.until === undefined || law.until >= earliest(other.effective));

const touches = (law: Law, path: Path): boolean =>
  law.amendment?.changes.some((change) => {
    const own = pathOf(change);
    return own !== undefined && meet(own, path);
  }) ?? false;

/** What to write about them. `texts` place the repair. */
export function checkLaterChanges(found: readonly Reach[], texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
  return found.flatMap(({ law, path, later }) => {
    if (!law.amendment || !later.amendment) return [];
    const day = earliest(later.effective);
    const words = { path: printPath(path), later: dayText(day), until: dayText(day - 1) };
    return [laterChange({ ...words, at: headEnd(law.amendment, texts), span: path.span, other: later.amendment.policy.span })];
  });
}

/** The place before the opening brace of an amendment. */
function headEnd(amendment: Amendment, texts: ReadonlyMap<string, string>): Span | undefined {
  const text = texts.get(amendment.span.file);
  const from = Math.max(amendment.effective?.span.end ?? 0, amendment.until?.span.end ?? 0);
  const brace = text === undefined || from === 0 ? -1 : text.slice(from).search(/[{｛]/u);
  if (text === undefined || brace < 0) return undefined;
  const end = from + text.slice(from, from + brace).trimEnd().length;
  return { file: amendment.span.file, start: end, end };
}
