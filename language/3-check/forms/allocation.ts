import type { Expression, Span } from '../../2-syntax/node.ts';
import type { Allocation, Citation, Receiver } from '../../2-syntax/nodes/declaration.ts';
import type { Name } from '../../2-syntax/nodes/span.ts';
import { receiverTwice, receiverUnnamed, tooManyReceivers } from '../../diagnostics/allocations.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { KEYWORDS } from '../../keywords.ts';
import { builderAt, pathAt } from './build.ts';
import type { CoreAllocation, CoreDefinition } from './core.ts';

/** Names that every allocation has of itself. */
export const WHOLE = KEYWORDS.toAllocate.zh;
export const SUM = KEYWORDS.sum.zh;
export const REST = KEYWORDS.unallocated.zh;
const AVAILABLE = KEYWORDS.available.zh;
/** What an item of a receiving list was given. */
export const SHARE = KEYWORDS.allotted.zh;

/** Each receiver reads all before it, so many would make a text that nobody can work out; who has more has a list. */
const MOST_RECEIVERS = 50;

/** The name that a receiver goes by; undefined when a path of several names would have to be one. */
export function receiverName(receiver: Receiver): Name | undefined {
  const named = receiver.kind === 'each' ? receiver.name : receiver.limit && receiver.path;
  if (named) return named.names.length === 1 && named.keys.length === 0 ? named.names[0] : undefined;
  return (receiver.kind === 'each' ? receiver.list : receiver.path).names.at(-1);
}

/**
 * 分配 名 = 式 依次于 甲、乙 : 额:  名.待分 = 式; 名.甲 = 取小(待分, 取大(0元, 甲)); 名.乙.可用 = 额;
 * 名.乙 = 取小(待分 - 名.甲, 取大(0元, 名.乙.可用)); 名.合计 = 名.甲 + 名.乙; 名.未尽 = 待分 - 合计.
 * While nothing is left the receivers that follow are not looked at: what they hold need not be known.
 */
export function expandAllocation(
  form: Allocation,
  before: readonly Citation[],
): { readonly items: readonly (CoreDefinition | CoreAllocation)[]; readonly diagnostics: readonly Diagnostic[] } {
  const name = form.name.text;
  const made: CoreDefinition[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, Span>([WHOLE, SUM, REST].map((own) => [own, form.name.span]));
  const given: string[] = [];
  const citations = [...before, ...form.citations];
  const define = (parts: readonly string[], value: Expression, at: Span, more: Pick<CoreDefinition, 'form' | 'allots'>): void => {
    const address = [name, ...parts].join('.');
    made.push({ kind: 'formDefinition', address, type: 'money', rounded: false, value, citations, span: at, ...more });
  };
  define([WHOLE], form.amount, form.span, { form: { kind: 'allocation', of: 'whole' } });
  const beyond = form.receivers[MOST_RECEIVERS];
  if (beyond) diagnostics.push(tooManyReceivers({ most: MOST_RECEIVERS, span: beyond.span }));
  for (const receiver of form.receivers.slice(0, MOST_RECEIVERS)) {
    const { span } = receiver;
    const build = builderAt(span);
    const own = receiverName(receiver);
    const first = own && taken.get(own.text);
    if (!own) diagnostics.push(receiverUnnamed({ span }));
    else if (first) diagnostics.push(receiverTwice({ name: own.text, span: own.span, first }));
    if (!own || first) continue;
    taken.set(own.text, own.span);
    const left = given.reduce<Expression>((rest, one) => build.binary(rest, '-', build.ref(name, one)), build.ref(name, WHOLE));
    const chain = { amount: `${name}.${WHOLE}`, before: given.map((one) => `${name}.${one}`) };
    if (receiver.kind === 'each') {
      const address = pathAt([name, own.text], span);
      const share: Expression = { kind: 'reference', path: pathAt([receiver.item.text, SHARE], span), span };
      const value: Expression = {
        kind: 'fold',
        how: 'sum',
        body: share,
        item: receiver.item,
        list: { kind: 'reference', path: address, span },
        span,
      };
      define([own.text], value, span, { form: { kind: 'receiver', ...chain }, allots: { ...receiver, left } });
    } else {
      const limit = receiver.limit ? build.ref(name, own.text, AVAILABLE) : build.path(receiver.path);
      if (receiver.limit) define([own.text, AVAILABLE], receiver.limit, span, { form: { kind: 'allocation', of: 'available' } });
      const value: Expression = {
        kind: 'if',
        condition: build.compare(left, '>', build.zero),
        then: build.least(left, build.greatest(build.zero, limit)),
        // Not the zero of a benefit that does not apply, which is said once for all its lines.
        otherwise: builderAt({ ...span }).zero,
        span,
      };
      define([own.text], value, span, { form: { kind: 'receiver', ...chain } });
    }
    given.push(own.text);
  }
  const build = builderAt(form.span);
  define([SUM], build.sum(given.map((one) => build.ref(name, one))), form.span, { form: { kind: 'allocation', of: 'sum' } });
  define([REST], build.binary(build.ref(name, WHOLE), '-', build.ref(name, SUM)), form.span, { form: { kind: 'allocation', of: 'rest' } });
  return { items: [{ kind: 'coreAllocation', name, span: form.span }, ...made], diagnostics };
}
