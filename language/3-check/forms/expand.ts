import type { Citation, Definition, Exception, Parameter, Posting } from '../../2-syntax/nodes/declaration.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import { nothingCited } from '../../diagnostics/citations.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { emptyRound, noTarget } from '../../diagnostics/exceptions.ts';
import { expandAllocation } from './allocation.ts';
import { expandBenefit, type Surroundings } from './benefit.ts';
import { builderAt } from './build.ts';
import { type Chain, chainOf, followedBy } from './chain.ts';
import { computedDefinition } from './computed.ts';
import type { CoreException, CoreItem } from './core.ts';
import { batchOf, expandDue, paymentValue, poolOf } from './entry.ts';
import { expandGuarantee } from './guarantee.ts';
import { printPosting } from './print.ts';
import { expandTilt } from './tilt.ts';
import { expandEligibility, expandWaitingPeriod } from './waiting-period.ts';

/** The items of one law in the core, and what the forms miss. */
export interface Expansion {
  readonly items: readonly CoreItem[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Forms to core, item by item in the order of the text. Quotes on lines of their own go to the item after them; an exception gets its
 * target and round from where it stands.
 */
export function expandItems(items: readonly Item[]): Expansion {
  const out: CoreItem[] = [];
  const diagnostics: Diagnostic[] = [];
  const around = surroundings(items);
  const declared = new Map(
    items.flatMap((item) => (item.kind === 'definition' || item.kind === 'parameter' ? [[item.name.text, item]] : [])),
  );
  let quotes: readonly Citation[] = [];
  let chain: Chain | undefined;
  for (const item of items) {
    if (item.kind === 'citation') {
      quotes = [...quotes, item];
      continue;
    }
    if (item.kind === 'again') {
      if (!chain?.any) diagnostics.push(emptyRound({ line: item.span, span: item.span }));
      else chain = { ...chain, round: chain.round + 1 };
    } else if (item.kind === 'exception') {
      chain = followedBy(chain, item);
      if (chain) out.push(exceptionOf(item, chain, quotes));
      else diagnostics.push(noTarget({ name: item.name.text, at: item.name.span, near: lastDefinition(out), span: item.span }));
    } else {
      chain = chainOf(item);
      const expansion = expandItem(item, quotes, around, declared);
      out.push(...expansion.items);
      diagnostics.push(...expansion.diagnostics);
    }
    quotes = [];
  }
  diagnostics.push(...quotes.map(({ span }) => nothingCited({ span })));
  return { items: [...out, ...quotes], diagnostics };
}

/** One item that is neither 例外, 再 nor 出处. */
function expandItem(
  item: Exclude<Item, Exception | Citation | { kind: 'again' }>,
  quotes: readonly Citation[],
  around: Surroundings,
  declared: ReadonlyMap<string, Definition | Parameter>,
): Expansion {
  const only = (...made: readonly CoreItem[]): Expansion => ({ items: made, diagnostics: [] });
  switch (item.kind) {
    case 'benefit':
      return expandBenefit(item, quotes, around);
    case 'guarantee':
      return only(...expandGuarantee(item, quotes, declared));
    case 'allocation':
      return expandAllocation(item, quotes);
    case 'tilt':
      return only(...expandTilt(item, quotes));
    case 'eligibility': {
      const made = expandEligibility(item, quotes);
      return { items: [...made.definitions, made.rule], diagnostics: made.diagnostics };
    }
    case 'waitingPeriod': {
      const made = expandWaitingPeriod(item, quotes);
      return { items: [...made.definitions, made.rule], diagnostics: made.diagnostics };
    }
    case 'posting':
      return only(...postingOf(item, quotes));
    case 'due':
      return only(...expandDue(item, quotes));
    case 'computed':
      return only(computedDefinition(item, quotes));
    case 'definition':
    case 'parameter':
    case 'bands':
      return only(quotes.length === 0 ? item : { ...item, citations: [...quotes, ...item.citations] });
    default:
      return only(...quotes, item);
  }
}

function exceptionOf(exception: Exception, chain: Chain, citations: readonly Citation[]): CoreException {
  return {
    kind: 'coreException',
    name: exception.name.text,
    target: exception.target ?? chain.target,
    round: chain.round,
    ...(exception.guard ? { guard: exception.guard } : {}),
    adjustment: exception.adjustment,
    over: exception.over,
    ...(exception.join ? { join: exception.join } : {}),
    citations,
    span: exception.span,
  };
}

/** 支付 名 由 付方 从 部分 = 式 当 条件. A line without name or value was reported when it was read. */
function postingOf(line: Posting, citations: readonly Citation[]): readonly CoreItem[] {
  if (!line.name || !line.value) return [];
  const { span } = line;
  const build = builderAt(span);
  const applies = `${line.name.text}.用`;
  return [
    {
      kind: 'formDefinition',
      address: applies,
      type: 'bool',
      rounded: false,
      value: line.guard ?? { kind: 'truth', value: true, span },
      form: { kind: 'applies' },
      citations: [],
      span,
    },
    ...poolOf(line),
    {
      kind: 'formPosting',
      address: line.name.text,
      applies,
      by: line.by,
      ...(line.share ? { share: line.share } : {}),
      from: line.from,
      ...(line.into ? { into: line.into } : {}),
      ...(line.until ? { until: line.until } : {}),
      ...(line.batch ? { batch: batchOf(line, line.batch) } : {}),
      value: paymentValue(line, line.value, build),
      ...(line.guard ? { guard: line.guard } : {}),
      ...(line.stacks ? { stacks: true } : {}),
      form: { kind: line.batch ? 'allotment' : line.until ? 'deferral' : 'posting' },
      citations,
      span: line.span,
    },
  ];
}

const lastDefinition = (items: readonly CoreItem[]): string | undefined => {
  const found = items.findLast((item) => item.kind === 'definition' || item.kind === 'parameter');
  return found?.kind === 'definition' || found?.kind === 'parameter' ? found.name.text : undefined;
};

function surroundings(items: readonly Item[]): Surroundings {
  const posting = items
    .flatMap((item) => (item.kind === 'benefit' ? item.lines : []))
    .find((line) => line.kind === 'posting' && !('kind' in line.by) && line.guard === undefined);
  return {
    accumulators: items.flatMap((item) => (item.kind === 'accumulator' && !item.also ? [item.name.text] : [])),
    postingLike: posting?.kind === 'posting' ? printPosting(posting) : undefined,
  };
}
