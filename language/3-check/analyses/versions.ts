/** Equal sets of amendments give one version of a policy. */
import { type CivilDate, dayText } from '../../../runtime/calendar/date.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Composed } from './compose.ts';
import { civil, type DayReading } from './days.ts';
import { declaredBy } from './item-names.ts';
import { touches } from './ladder.ts';
import type { Law } from './laws.ts';
import type { EffectivePolicy } from './timeline-types.ts';

const NOT_YET = '未施行';

/** What describes a visit and pays nobody. */
const DECLARES: ReadonlySet<Item['kind']> = new Set<Item['kind']>([
  'area',
  'scheme',
  'entry',
  'document',
  'effective',
  'published',
  'versionDay',
  'periodDay',
  'rounding',
  'onReversal',
  'moneyLimit',
  'booksOpen',
  'inherits',
  'field',
  'bill',
  'payer',
]);

/** The distinct laws of a policy, each made when first asked for. */
export interface VersionTable {
  /** The version of a set of amendments, made when first asked for. */
  of(laws: readonly Law[], day: CivilDate, column: string): number;
  /** The version in which the policy is not law yet: where its own 自 is open, the event is settled with it too. */
  before(): number;
  readonly all: () => readonly EffectivePolicy[];
  readonly diagnostics: () => readonly Diagnostic[];
}

/** A table for one policy; `laws` are all of them in their order, `compose` gives its items under some of them. */
export function versionTable(
  base: Law,
  laws: readonly Law[],
  compose: (laws: readonly Law[], day: string) => Composed,
  policy: string,
): VersionTable {
  const rank = new Map(laws.map((law, at) => [law, at] as const));
  const index = new Map<string, number>();
  const versions: EffectivePolicy[] = [];
  const diagnostics: Diagnostic[] = [];
  return {
    of(some, day, column) {
      const ordered = some.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
      const key = `${column}|${ordered.map((law) => rank.get(law)).join()}`;
      const found = index.get(key);
      if (found !== undefined) return found;
      const result = compose(ordered, Number.isFinite(day) ? dayText(day) : dayWords(base.effective));
      diagnostics.push(...result.diagnostics);
      index.set(key, versions.length);
      return versions.push(effectivePolicy(base, ordered, result, versions, policy)) - 1;
    },
    before() {
      const known = index.get(NOT_YET);
      if (known !== undefined) return known;
      index.set(NOT_YET, versions.length);
      const { items, inherited } = compose([], dayWords(base.effective));
      const declared = items.filter((item) => DECLARES.has(item.kind));
      return versions.push({ id: NOT_YET, items: declared, amendments: [], provenance: new Map(), assumes: [], inherited }) - 1;
    },
    all: () => versions,
    diagnostics: () => distinct(diagnostics),
  };
}

/** A day as a version is named by it. */
export const dayWords = (day: DayReading | undefined): string => (day?.kind === 'known' ? dayText(day.day) : '待定');

function effectivePolicy(
  base: Law,
  laws: readonly Law[],
  result: Composed,
  before: readonly EffectivePolicy[],
  policy: string,
): EffectivePolicy {
  const names = new Set(result.items.flatMap((item) => declaredBy(item).map(({ text }) => text)));
  const id = [base, ...laws].map((law) => dayWords(law.effective)).join('+');
  const twins = before.filter((version) => version.id === id || version.id.startsWith(`${id}#`)).length;
  const known = (day: DayReading): ReturnType<typeof civil> | undefined => (day.kind === 'known' ? civil(day.day) : undefined);
  return {
    id: twins === 0 ? id : `${id}#${twins + 1}`,
    items: result.items,
    amendments: laws.flatMap(({ amendment, effective, published, until }) => {
      if (!amendment) return [];
      const [from, on] = [known(effective), known(published)];
      return [
        {
          amendment,
          changes: amendment.changes.filter((change) => amendment.policy.text === policy || touches(change, names)),
          ...(from ? { effective: from } : {}),
          ...(on ? { published: on } : {}),
          ...(until === undefined ? {} : { until: civil(until) }),
        },
      ];
    }),
    provenance: result.provenance,
    inherited: result.inherited,
    assumes: [base, ...laws].flatMap(({ effective, published }) =>
      [effective, published].flatMap((day) => (day.kind === 'known' && day.assumed ? [day.assumed] : [])),
    ),
  };
}

/** One text gives the same finding in every version that contains it. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ code, labels }: Diagnostic): string => `${code}:${labels[0]?.span.file}:${labels[0]?.span.start}:${labels[0]?.span.end}`;
  return diagnostics.filter((one, at) => diagnostics.findIndex((other) => key(other) === key(one)) === at);
}
