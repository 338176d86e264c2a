import type { Expression, Quoted } from '../2-syntax/nodes/expression.ts';
import type { TopLevel } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { allowedAs, FIXED, typed } from './allowed.ts';
import { type GatheredLine, type LineCell, valueCell } from './line-sheet.ts';
import { REASON } from './slots.ts';

interface OpenPoint {
  /** Absent for 每次 and 当日起 that are taken for the time being: these have a reason only. */
  readonly point?: Extract<Expression, { readonly kind: 'open' | 'assumed' }>;
  readonly reason: Quoted;
  readonly span: Span;
  /** Of the rule in which it stands. */
  readonly name: { readonly text: string; readonly span: Span } | undefined;
}

/** Every 待定 and 暂按 of a block, in order of place. */
export function openLines(block: TopLevel): readonly GatheredLine[] {
  if (block.kind !== 'policy' && block.kind !== 'vocabulary' && block.kind !== 'amendment') return [];
  const found: OpenPoint[] = [];
  seek(block, undefined, found);
  return found
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(
      ({ point, reason, span, name }): GatheredLine => ({
        name: name?.text ?? reason.text,
        start: span.start,
        end: span.end,
        cells: [
          { place: name?.span, kind: 'name', allowed: FIXED },
          point ? pointValue(point) : { place: undefined, kind: 'none', allowed: FIXED },
          { place: reason.span, kind: 'quote', allowed: REASON },
        ],
      }),
    );
}

function pointValue(point: NonNullable<OpenPoint['point']>): LineCell {
  if (point.kind === 'open') return { place: point.span, kind: 'open', allowed: typed('expression', true) };
  return { ...valueCell(point.value, allowedAs(point.value) ?? typed('expression')), kind: 'expression' };
}

const record = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isPoint = (node: Readonly<Record<string, unknown>>): node is NonNullable<OpenPoint['point']> & Readonly<Record<string, unknown>> =>
  (node.kind === 'open' || node.kind === 'assumed') && record(node.reason);
const isName = (value: unknown): value is NonNullable<OpenPoint['name']> & Readonly<Record<string, unknown>> =>
  record(value) && typeof value.text === 'string' && record(value.span) && 'quoted' in value;

const isQuoted = (value: unknown): value is Quoted & Readonly<Record<string, unknown>> =>
  record(value) && typeof value.text === 'string' && record(value.span) && !('quoted' in value);
const BLOCKS: readonly unknown[] = ['policy', 'vocabulary', 'amendment'];

/** The tree is plain data: whatever holds an open point is looked into, tables and conditions too. */
function seek(node: unknown, name: OpenPoint['name'], found: OpenPoint[]): void {
  if (Array.isArray(node)) for (const one of node) seek(one, name, found);
  else if (record(node)) {
    if (isPoint(node)) found.push({ point: node, reason: node.reason, span: node.span, name });
    else if (isQuoted(node.assumed)) found.push({ reason: node.assumed, span: node.assumed.span, name });
    const own = isName(node.name) && !BLOCKS.includes(node.kind) ? node.name : name;
    for (const key in node) if (key !== 'span' && record(node[key])) seek(node[key], own, found);
  }
}
