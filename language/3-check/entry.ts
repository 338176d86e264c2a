/** Each entry has lines of its own: a line of another entry would leave its law of conservation without meaning. */
import type { Posting } from '../2-syntax/nodes/declaration.ts';
import type { Item } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { noBillToPay, noParts, oneSided, remainderOfNothing, remainderUnsaid, wrongEntry } from '../diagnostics/entries.ts';
import type { PayerModel, PolicyModel } from '../model/types.ts';

type Entry = PolicyModel['entry'];

interface Around {
  readonly entry: Entry;
  readonly payers: readonly PayerModel[];
  /** The bill, where it is declared or inherited. */
  readonly bill: Span | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Reports every line that the entry has no place for, and what its law lacks. */
export function checkEntryLines(items: readonly Item[], around: Around): void {
  const { entry, report, bill } = around;
  const belongs = (line: string, where: readonly Entry[], at: Span): boolean => {
    if (where.includes(entry)) return true;
    report(wrongEntry({ line, entry, belongs: where, span: at }));
    return false;
  };
  if (bill) belongs('费用', ['settlement'], bill);
  for (const item of items) {
    switch (item.kind) {
      case 'due':
        belongs('应缴', ['contribution'], item.span);
        break;
      case 'guarantee':
        belongs('保底', ['settlement'], item.name.span);
        break;
      case 'benefit':
        if (belongs('待遇', ['settlement', 'cashBenefit'], item.name.span))
          for (const line of item.lines) if (line.kind === 'posting') checkPosting(line, around);
        break;
      case 'posting':
        if (item.batch) belongs('拨付', ['clearing'], item.span);
        else if (item.until) belongs('缓缴', ['contribution'], item.span);
        else if (belongs('支付', ['settlement', 'cashBenefit', 'contribution'], item.span)) checkPosting(item, around);
        if (item.batch) checkRemainder(item, item.batch, report);
        break;
      default:
        break;
    }
  }
  if (entry !== 'contribution') return;
  const [due] = items.filter((item) => item.kind === 'due');
  const [share] = items.filter((item) => item.kind === 'posting');
  if (due && !share) report(oneSided({ has: 'dues', span: due.span }));
  if (share && !due) report(oneSided({ has: 'shares', span: share.span }));
}

function checkPosting(line: Posting, { entry, payers, report }: Around): void {
  const [first] = line.from;
  const last = line.from.at(-1);
  if (entry === 'settlement' && !first) report(noParts({ span: line.span }));
  if (entry !== 'settlement' && first && last) report(noBillToPay({ entry, from: { ...first.span, end: last.span.end }, span: line.span }));
  if (line.into && entry !== 'cashBenefit') report(wrongEntry({ line: '入', entry, belongs: ['cashBenefit'], span: line.into.span }));
  if (entry === 'contribution' || 'kind' in line.by) return;
  for (const name of line.by) {
    const of = payers.find((payer) => payer.name === name.text)?.of;
    if (of === 'person') report(wrongEntry({ line: '付方 … : 个人', entry, belongs: ['contribution'], span: name.span }));
    if (of === 'employer' && entry !== 'cashBenefit')
      report(wrongEntry({ line: '付方 … : 单位', entry, belongs: ['cashBenefit', 'contribution'], span: name.span }));
  }
}

function checkRemainder({ value, span }: Posting, { pool, remainder }: NonNullable<Posting['batch']>, report: Around['report']): void {
  if (pool && !remainder && value) report(remainderUnsaid({ value: value.span, span }));
  if (!pool && remainder) report(remainderOfNothing({ remainder: remainder.span, span }));
}
