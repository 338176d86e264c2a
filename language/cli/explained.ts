import type { Answer, ReasonRef, Revision, WaterfallBar } from '../../runtime/answer.ts';
import { type Concept, vocabulary } from '../../runtime/vocabulary.ts';
import { columns, visible } from '../diagnostics/columns.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import type { Lang } from './terminal.ts';

/** Columns kept for names before an amount. */
const NAME_WIDTH = 34;
const AMOUNT_WIDTH = 14;

const term = (concept: Concept, lang: Lang): string => vocabulary[concept][lang];

/** Two columns: a name, and an amount set to the right. */
function row(name: string, amount: string): string {
  const shown = visible(name);
  return `  ${shown}${' '.repeat(Math.max(1, NAME_WIDTH - columns(shown)))}${amount.padStart(AMOUNT_WIDTH)}`;
}

/** An answer as a person reads it: what was decided, who pays, and why, each line with its rule, numbers and source. */
export function explained(answer: Answer, lang: Lang): string {
  const zh = lang === 'zh';
  const paying = payingPolicies(answer);
  const lines: string[] = [`${visible(answer.event)}  ${term(answer.status, lang)}  ${paying.map(visible).join(zh ? '、' : ', ')}`];
  if (paying.length > 1 || paying[0] !== answer.policy) lines.push(`  ${zh ? '问的是' : 'asked of'} ${visible(answer.policy)}`);
  if (answer.version) {
    const known =
      answer.version.knownOn === undefined
        ? ''
        : zh
          ? `，按 ${answer.version.knownOn} 已发布的规则`
          : `, as published by ${answer.version.knownOn}`;
    lines.push(
      zh
        ? `  版本 ${answer.version.id}（${answer.version.day}${known}）`
        : `  version ${answer.version.id} (${answer.version.day}${known})`,
    );
  }
  for (const layer of answer.layers ?? [])
    lines.push(
      `  ${zh ? '前层' : 'layer'} ${visible(layer.policy)}  ${term(layer.status, lang)}${layer.version === undefined ? '' : `  ${layer.version}`}`,
    );
  lines.push(`  ${answer.digest}`);
  const section = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push('', title, ...rows);
  };
  section(zh ? '谁付' : 'Who pays', payments(answer, lang));
  section(zh ? '为什么' : 'Why', reasons(answer, lang));
  section(
    zh ? '牵动后来的各次' : 'Later events that it changes',
    (answer.revisions ?? []).map((revision) => revised(revision, lang)),
  );
  section(zh ? '待定：规则没有写明' : 'Open: the law does not say', answer.open.map(reasonLine));
  section(zh ? '暂按：用了还没有依据的数' : 'Assumed: values without a source yet', answer.assumed.map(reasonLine));
  section(
    zh ? '试算时给定' : 'Supposed',
    answer.supposed.map(({ address, value }) => `  ${visible(address)} = ${visible(value)}`),
  );
  section(
    zh ? '缺项' : 'Missing',
    answer.missing.map((name) => `  ${visible(name)}`),
  );
  section(
    zh ? '不享受' : 'Not eligible',
    answer.ineligible.map(
      ({ name, reason, policy }) => `  ${policy === undefined ? '' : `${visible(policy)} `}${visible(name)}:${visible(reason)}`,
    ),
  );
  section(
    zh ? '拒收' : 'Refused',
    answer.problems.map((problem) => `  ${visible(problem[lang])}`),
  );
  return `${lines.join('\n')}\n`;
}

/** The policies that pay, in the order in which they do; the one that was asked where nobody pays. */
function payingPolicies({ policy, postings }: Answer): readonly string[] {
  const paying = postings.flatMap((one) => (/[1-9]/.test(one.amount) ? [one.policy ?? policy] : []));
  return paying.length > 0 ? [...new Set(paying)] : [policy];
}

/** The bill from total to cash; what is nought is left out between the ends. */
function payments(answer: Answer, lang: Lang): string[] {
  const bars = answer.explanation?.waterfall ?? [];
  if (bars.length > 0) return [...bars.filter(worthShowing).map((bar) => row(barName(bar, lang), bar.amount)), ...batches(answer, lang)];
  const { totals } = answer;
  if (!totals) return [];
  return (['total', 'funds', 'hospital', 'personal', 'account', 'cash'] as const).map((part) => row(term(part, lang), totals[part]));
}

/** What each item of a batch gets. */
const batches = ({ postings }: Answer, lang: Lang): string[] =>
  postings.flatMap(({ address, allotted }) =>
    (allotted?.members ?? []).map(({ item, amount }) => row(lang === 'zh' ? `${address} 第${item}项` : `${address} item ${item}`, amount)),
  );

const worthShowing = (bar: WaterfallBar): boolean =>
  bar.amount !== '0.00' || bar.kind === 'total' || bar.kind === 'personal' || bar.kind === 'posting';

const ENGLISH = new Map(Object.values(vocabulary).map(({ zh, en }) => [zh, en]));

/** Names of the field are turned into English, the policy's own stay as they are. */
function barName({ label, payer, policy }: WaterfallBar, lang: Lang): string {
  const named = (name: string): string => (lang === 'en' ? (ENGLISH.get(name) ?? name) : name);
  if (payer === undefined) return named(label);
  // Of an earlier layer, which one it is says more than the payer once more.
  const by = policy ?? payer;
  return lang === 'zh' ? `${label}（${by}）` : `${named(label)} (${named(by)})`;
}

function reasons(answer: Answer, lang: Lang): string[] {
  const quoted = new Set<string>();
  let policy = answer.layers ? undefined : answer.policy;
  return (answer.explanation?.lines ?? []).flatMap((line) => {
    const { title, detail } = line[lang];
    const of = line.policy ?? answer.policy;
    const said = [...(of === policy ? [] : [`  ── ${visible(of)}`]), `  ${visible(title)}`];
    policy = of;
    const add = (text: string): number => said.push(`      ${visible(text)}`);
    if (detail !== '') add(detail);
    if (line.formula !== '') add(line.formula);
    for (const { name, before, after } of line.adjustments) add(`${name}: ${before} → ${after}`);
    const told = line.citations.filter(({ quote }) => !quoted.has(quote));
    for (const { document, quote } of told) {
      add(`${document} “${quote}”`);
      quoted.add(quote);
    }
    const [before] = line.citations;
    if (before && told.length === 0) add(`${before.document} “${beginning(before.quote)}” ${lang === 'zh' ? '见上' : 'as above'}`);
    const source = line.rowSource ?? line.source;
    add(`${source.file}:${source.line}${line.row === undefined ? '' : `  ${line.row}`}`);
    return said;
  });
}

const MOST_SIGNS = 16;

/** Enough of a sentence to recognise it. */
const beginning = (quote: string): string => {
  const signs = [...quote];
  return signs.length <= MOST_SIGNS ? quote : `${signs.slice(0, MOST_SIGNS).join('')}…`;
};

const EFFECTS: Readonly<Record<Revision['effect'], Words>> = {
  booked: { zh: '已重算入账', en: 'recomputed and booked' },
  reported: { zh: '不重算，仅告知', en: 'stands, for information' },
  unsettled: { zh: '不能再结算，原答案不动', en: 'cannot be settled again, stands' },
  corrected: { zh: '已更正', en: 'corrected' },
  joined: { zh: '已并入本次', en: 'joined to this one' },
  backPaid: { zh: '补差已入账', en: 'difference booked' },
};

/** "e2  基金 500.00 → 400.00  个人 500.00 → 600.00  已重算入账" */
function revised({ event, effect, before, after }: Revision, lang: Lang): string {
  const change = (part: 'funds' | 'personal'): string =>
    `${term(part, lang)} ${before.totals?.[part] ?? term(before.status, lang)} → ${after.totals?.[part] ?? term(after.status, lang)}`;
  return `  ${visible(event)}  ${change('funds')}  ${change('personal')}  ${EFFECTS[effect][lang]}`;
}

const reasonLine = ({ policy, address, reason, source }: ReasonRef): string =>
  `  ${policy === undefined ? '' : `${visible(policy)} `}${visible(address)}:${visible(reason)}(${visible(source.file)}:${source.line})`;
