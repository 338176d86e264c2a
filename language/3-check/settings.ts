/** The lines of law that have no default: each must stand once, and a missing one comes with a line to type in. */
import { rational } from '../../runtime/money/rational.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Item, Policy, Setting } from '../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Pair } from '../diagnostics/finding.ts';
import { areaCode, missing, moneyLimit, notPlain, repeated } from '../diagnostics/settings.ts';
import type { CivilDay, OpenPointId, PolicyModel } from '../model/types.ts';
import { readQuantity } from './literal.ts';
import type { PointRegistry } from './points.ts';
import { text } from './types.ts';

/** The field that says whose event it is, unless a 主体 line names another. */
export const PERSON = '参保人';

/** What the settings say; a part is absent when its line is missing or has a finding. */
export interface Settings {
  readonly area?: PolicyModel['area'];
  readonly scheme?: string;
  readonly schemePoint?: OpenPointId;
  readonly entry?: PolicyModel['entry'];
  /** 入口 只供继承: nobody settles against it. */
  readonly inheritedOnly: boolean;
  readonly versionDay?: Of<'versionDay'>;
  readonly periodDay?: Of<'periodDay'>;
  readonly subject?: Of<'subject'>;
  readonly rounding?: PolicyModel['rounding'];
  readonly onReversal?: PolicyModel['onReversal'];
  readonly moneyLimit?: PolicyModel['moneyLimit'];
  readonly booksOpen?: CivilDay;
  /** Whether 自 and 发布 both stand, so that a timeline can be laid out. */
  readonly dated: boolean;
}

/** The setting of a kind; 版本日 and 归属日 share one shape. */
type Having<S, K> = S extends { readonly kind: infer Kinds } ? (K extends Kinds ? S : never) : never;
type Of<K extends Setting['kind']> = Having<Setting, K>;

interface Required {
  readonly kind: Setting['kind'];
  readonly line: string;
  readonly template: string;
  readonly why: Pair;
}

const required: readonly Required[] = [
  {
    kind: 'area',
    line: '统筹区',
    template: '统筹区 “000000” 地名',
    why: ['同一条规定在不同统筹区金额不同。', 'Amounts differ from one pooling area to another.'],
  },
  {
    kind: 'scheme',
    line: '险种',
    template: '险种 待定 “原文未写险种”',
    why: ['一个统筹区有几个险种，结算要知道用哪一份政策。', 'An area has several schemes; settling must know which policy to use.'],
  },
  {
    kind: 'entry',
    line: '入口',
    template: '入口 结算',
    why: ['入口决定金额要守哪一条平衡。', 'The entry says which law of conservation holds.'],
  },
  {
    kind: 'effective',
    line: '自',
    template: '自 待定 “原文未写从哪天起执行” 起',
    why: ['不知道从哪天起，就不知道哪次就诊适用。', 'Without it nobody knows for which visits it holds.'],
  },
  {
    kind: 'published',
    line: '发布',
    template: '发布 待定 “原文未写发布日”',
    why: ['追溯和 “按当时所知” 都要知道发布日。', 'Retroactive law and “as known on” need the day of publication.'],
  },
  {
    kind: 'versionDay',
    line: '版本日',
    template: '版本日 就诊日',
    why: ['跨过修订日的住院，按哪天的规定算，钱不一样。', 'A stay across an amendment pays differently by the day that chooses the law.'],
  },
  {
    kind: 'periodDay',
    line: '归属日',
    template: '归属日 就诊日',
    why: ['跨年的住院算在哪一年的累计里，由它决定。', 'It decides to which year a stay across the turn of the year belongs.'],
  },
  {
    kind: 'rounding',
    line: '支付舍入',
    template: '支付舍入 四舍五入到分',
    why: ['不同的舍入会差出分来。', 'Ways of rounding differ by a fen.'],
  },
  {
    kind: 'onReversal',
    line: '撤销后',
    template: '撤销后 重算',
    why: ['撤销一次结算后，后面的结算重不重算，钱不一样。', 'Whether later settlements are redone after a reversal changes the money.'],
  },
  {
    kind: 'moneyLimit',
    line: '金额上限',
    template: '金额上限 1000万元',
    why: ['有了上限才能证明计算不会溢出。', 'With a limit it can be proved that no calculation overflows.'],
  },
];

/** What a policy that only gives its names must say all the same. */
const neededAbove: ReadonlySet<Setting['kind']> = new Set<Setting['kind']>(['area', 'entry', 'effective', 'published']);

const single: Readonly<Record<string, string>> = {
  ...Object.fromEntries(required.map((one) => [one.kind, one.line])),
  booksOpen: '建账日',
  subject: '主体',
};

const isSetting = (item: Item): item is Setting =>
  item.kind === 'document' || item.kind === 'inherits' || item.kind === 'refersTo' || item.kind in single;

/** Reads the settings of the base policy; `inherited` are the lines it takes from the blocks above. */
export function readSettings(
  policy: Policy,
  inherited: readonly Setting[],
  points: PointRegistry,
  report: (diagnostic: Diagnostic) => void,
): Settings {
  const own = policy.items.filter(isSetting);
  const settings = [...own, ...inherited];
  for (const [kind, line] of Object.entries(single)) {
    const [first, ...more] = own.filter((item) => item.kind === kind);
    for (const item of more) if (first) report(repeated({ line, span: item.span, first: first.span }));
  }
  const inheritedOnly = settings.some((item) => item.kind === 'entry' && item.law === 'inheritedOnly');
  const last = own.filter((item) => item.kind !== 'inherits' && item.kind !== 'refersTo').at(-1);
  const [firstItem] = policy.items;
  for (const one of required) {
    if (settings.some((item) => item.kind === one.kind) || (inheritedOnly && !neededAbove.has(one.kind))) continue;
    const brace = { ...policy.span, start: Math.max(policy.span.start, policy.span.end - 1) };
    const after = last?.span ?? firstItem?.span ?? brace;
    report(missing({ line: one.line, template: one.template, why: one.why, after, before: !last, span: policy.name.span }));
  }
  const of = <K extends Setting['kind']>(kind: K): Of<K> | undefined =>
    settings.find((item): item is Setting & Of<K> => item.kind === kind);
  const area = of('area');
  if (area && !/^\d{6}$/u.test(area.code.text)) report(areaCode({ code: area.code.text, span: area.code.span }));
  const entry = of('entry');
  const versionDay = of('versionDay');
  const periodDay = of('periodDay');
  const subject = of('subject');
  const rounding = of('rounding');
  const onReversal = of('onReversal');
  const limit = readLimit(of('moneyLimit'), report);
  const booksOpen = readBooksOpen(of('booksOpen'), report);
  return {
    ...(area ? { area: { code: area.code.text, name: area.name.text } } : {}),
    ...readScheme(of('scheme'), points, report),
    ...(entry && entry.law !== 'inheritedOnly' ? { entry: entry.law } : {}),
    inheritedOnly,
    ...(versionDay ? { versionDay } : {}),
    ...(periodDay ? { periodDay } : {}),
    ...(subject ? { subject } : {}),
    ...(rounding ? { rounding: { mode: rounding.rule.mode, unit: rounding.rule.unit } } : {}),
    ...(onReversal ? { onReversal: onReversal.how } : {}),
    ...(limit ? { moneyLimit: limit } : {}),
    ...(booksOpen ? { booksOpen } : {}),
    dated: of('effective') !== undefined && of('published') !== undefined,
  };
}

/** `险种 职工`, `险种 暂按 居民 待定 “…”`, `险种 待定 “…”` */
function readScheme(
  setting: Of<'scheme'> | undefined,
  points: PointRegistry,
  report: (diagnostic: Diagnostic) => void,
): Pick<Settings, 'scheme' | 'schemePoint'> {
  if (!setting) return {};
  const { value } = setting;
  if (value.kind === 'open' || value.kind === 'assumed') {
    const schemePoint = points.at({ address: '险种', reason: value.reason.text, span: value.span, type: text, candidates: [] });
    const scheme = value.kind === 'assumed' ? nameIn(value.value) : undefined;
    return { schemePoint, ...(scheme === undefined ? {} : { scheme }) };
  }
  const scheme = nameIn(value);
  if (scheme !== undefined) return { scheme };
  report(
    notPlain({
      line: '险种',
      wanted: ['险种的名称', 'the name of a scheme'],
      silent: ['写 暂按 … 待定 “原因”', 'assume … pending “reason”'],
      span: value.span,
    }),
  );
  return {};
}

const nameIn = (e: Expression): string | undefined =>
  e.kind === 'reference' ? e.path.names.map((name) => name.text).join('.') : e.kind === 'text' ? e.value : undefined;

function readLimit(setting: Of<'moneyLimit'> | undefined, report: (diagnostic: Diagnostic) => void): PolicyModel['moneyLimit'] | undefined {
  if (!setting) return undefined;
  const read = setting.value.kind === 'quantity' ? readQuantity(setting.value) : undefined;
  if (read?.type.kind === 'fen' && read.value.num > 0n) return read.value;
  report(moneyLimit({ span: setting.value.span }));
  return rational(10_000_000n);
}

function readBooksOpen(setting: Of<'booksOpen'> | undefined, report: (diagnostic: Diagnostic) => void): CivilDay | undefined {
  if (!setting) return undefined;
  const { day } = setting;
  if (day.kind === 'date') return { year: day.year, month: day.month, day: day.day };
  report(
    notPlain({
      line: '建账日',
      wanted: ['一个日期', 'a date'],
      silent: ['写政策的第一天', 'write the first day of the policy'],
      span: day.span,
    }),
  );
  return undefined;
}
