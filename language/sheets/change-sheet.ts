import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Amendment, Change } from '../2-syntax/nodes/policy.ts';
import type { Path } from '../2-syntax/nodes/span.ts';
import { keywordOf } from '../keywords.ts';
import { allowedAs, FIXED, typed } from './allowed.ts';
import { type Source, wordAt } from './grid.ts';
import type { Known } from './known.ts';
import { type GatheredLine, type LineCell, valueCell } from './line-sheet.ts';
import type { Allowed } from './sheet.ts';

/** 由 … 改为 …, 停止 and 改名 as rows; what is added has sheets of its own. */
export const changeLines = (source: Source, amendment: Amendment): readonly GatheredLine[] =>
  amendment.changes.flatMap((change) => changeLine(source, change) ?? []);

function changeLine(source: Source, change: Change): GatheredLine | undefined {
  if (change.kind === 'insert') return undefined;
  const { path, span } = change;
  const fixed = (place: LineCell['place']): LineCell => ({ place, kind: 'name', allowed: FIXED });
  const line = (...cells: readonly LineCell[]): GatheredLine => ({
    name: source.text.slice(path.span.start, path.span.end),
    start: span.start,
    end: span.end,
    cells,
  });
  switch (change.kind) {
    case 'replace': {
      const allowed = typeOf(path, change.old, source.known);
      return line(fixed(path.span), valueCell(change.old, allowed), valueCell(change.new, allowed));
    }
    case 'stop':
    case 'extend':
      return line(fixed({ start: span.start, end: path.span.end }));
    case 'rename':
      return line(fixed(path.span), fixed(undefined), fixed(change.to.span));
  }
}

/** What stands at an address: by the line of a benefit, by the declaration, else by what it says until now. */
function typeOf(path: Path, old: Expression, known: Known): Allowed {
  const last = path.names.at(-1)?.text ?? '';
  const keyword = path.names.length > 1 ? keywordOf(last) : undefined;
  if (keyword === 'ratio') return typed('ratio', true);
  if (keyword === 'deductible' || keyword === 'cap') return typed('money', true);
  const declared = known.types.get(path.names.map(({ text }) => text).join('.'));
  if (declared) return { ...declared, whole: true };
  const literal = allowedAs(old.kind === 'assumed' ? old.value : old);
  return literal ? { ...literal, whole: true } : typed('expression', true);
}

/** 发布, 自 and 至 of the amendment itself. */
export function amendmentDays(source: Source, { published, effective, until }: Amendment): readonly GatheredLine[] {
  return [published, effective, until].flatMap((day) => {
    if (!day) return [];
    const at = source.tokens.findLastIndex(({ start, kind }) => start < day.span.start && kind !== 'comment' && kind !== 'end');
    const word = source.tokens[at];
    if (!word) return [];
    const cells: LineCell[] = [{ place: word, kind: 'words', allowed: FIXED }, valueCell(day, typed('date', true))];
    return [{ name: wordAt(source, word.start), start: word.start, end: day.span.end, cells }];
  });
}
