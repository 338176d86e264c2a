/** 修订 back to its lines. */
import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Addition, Amendment, Change } from '../../2-syntax/nodes/policy.ts';
import { printCell, printClosed, printExpression, printName, printPath } from '../../3-check/forms/print.ts';
import { unreachable } from '../../model/unreachable.ts';
import { benefitLine } from './benefit.ts';
import { printValues } from './input.ts';
import { itemsLines } from './item.ts';
import { block, one, type PrintedLine, printCitation } from './lines.ts';

/** `修订 “名” 发布 D1 自 D2 起 [至 D3] [并取代] { … }` */
export function amendmentLines(amendment: Amendment): readonly PrintedLine[] {
  const { policy, published, effective, until, supersedes } = amendment;
  const head = [
    `修订 ${printName(policy)}`,
    ...(published ? [`发布 ${printExpression(published)}`] : []),
    ...(effective ? [`自 ${printExpression(effective)} 起`] : []),
    ...(until ? [`至 ${printExpression(until)}`] : []),
    ...(supersedes ? ['并取代'] : []),
  ].join(' ');
  return block(head, amendment, changesLines(amendment));
}

/** 出处 lines stand before the first change that they hold for. */
function changesLines({ citations, changes }: Amendment): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  let open: readonly Citation[] = [];
  let shown = 0;
  for (let at = 0; at < changes.length; ) {
    const change = changes[at];
    if (!change) break;
    if (change.kind !== 'rename' && change.citations !== open) {
      lines.push(...change.citations.map(printCitation));
      open = change.citations;
      shown += open.length;
    }
    const group = togetherFrom(changes, at);
    lines.push(...(group.length > 1 ? inserted(group) : changeLines(change)));
    at += Math.max(group.length, 1);
  }
  return [...lines, ...citations.slice(shown).map(printCitation)];
}

type Insert = Extract<Change, { kind: 'insert' }>;

/** The changes that one statement says: the results of a 表. */
function togetherFrom(changes: readonly Change[], at: number): readonly Insert[] {
  const amongOf = (change: Change | undefined) =>
    change?.kind === 'insert' && change.item.kind === 'definition' ? change.item.among?.at : undefined;
  const place = amongOf(changes[at]);
  if (!place) return [];
  const end = changes.findIndex((change, index) => index > at && amongOf(change) !== place);
  return changes.slice(at, end < 0 ? changes.length : end).filter((change) => change.kind === 'insert');
}

function inserted(group: readonly Insert[]): readonly PrintedLine[] {
  const [[first, ...rest] = []] = itemsLines(group.map(({ item }) => item));
  return first ? [{ ...first, text: `新增 ${first.text}` }, ...rest] : [];
}

/** One change, without the quotes that hold for it. */
export function changeLines(change: Change): readonly PrintedLine[] {
  switch (change.kind) {
    case 'replace':
      return [one(`${printPath(change.path)} 由 ${printClosed(change.old)} 改为 ${printExpression(change.new)}`, change)];
    case 'insert':
      return inserted([change]);
    case 'extend':
      return block(`新增 ${printPath(change.path)}`, change, change.lines.flatMap(additionLines));
    case 'stop':
      return [one(`停止 ${printPath(change.path)}`, change)];
    case 'rename':
      return [one(`改名 ${printPath(change.path)} 为 ${printName(change.to)}`, change)];
    default:
      return unreachable(change);
  }
}

function additionLines(line: Addition): readonly PrintedLine[] {
  switch (line.kind) {
    case 'band':
      return [one(`${line.band.upTo ? `至 ${printExpression(line.band.upTo)}` : '以上'} : ${printExpression(line.band.ratio)}`, line)];
    case 'rows':
      return line.rows.map((row) => one(`| ${[...row.heads.map(printCell), ...row.results.map(printExpression)].join(' | ')} |`, row));
    case 'values':
      return [one(printValues(line.values), line)];
    default:
      return benefitLine(line);
  }
}
