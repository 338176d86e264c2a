import type { Expression } from '../2-syntax/nodes/expression.ts';
import { spelling as nameSpelling } from '../3-check/forms/print.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import { KEYWORDS, type KeywordId } from '../keywords.ts';
import { nothing } from './edit-rows.ts';
import { readEntry } from './entry.ts';
import { emptyEntry, noCell, notDeclared } from './entry-words.ts';
import type { Known } from './known.ts';
import type { Edit } from './place.ts';
import type { CellOutcome, ConditionTest, Extent, FileSheets, FormLine, LineCondition, SheetEdited } from './sheet.ts';

const PLAIN: ReadonlySet<Expression['kind']> = new Set(['compare', 'is', 'contains', 'reference', 'not', 'and', 'or', 'if']);

/** The parts of a condition that all have to hold; one that is anything else is one part. Undefined where nothing can be added. */
export function conditionOf(text: string, condition: Expression | undefined): LineCondition | undefined {
  if (!condition || !PLAIN.has(condition.kind)) return undefined;
  const { start, end } = condition.span;
  const whole: LineCondition = { start, end, parts: [{ start, end }], loose: condition.kind === 'or' || condition.kind === 'if' };
  if (condition.kind !== 'and') return whole;
  const parts = condition.operands.map(({ span }) => ({ start: span.start, end: span.end }));
  // Brackets stand outside of what they hold: then the parts are not told from one another by their places alone.
  const plain = parts.slice(1).every((part, at) => AND.test(text.slice(parts[at]?.end ?? 0, part.start)));
  const edges = parts[0]?.start === start && parts.at(-1)?.end === end;
  return plain && edges ? { ...whole, parts } : whole;
}

const AND = new RegExp(`^\\s*(?:${KEYWORDS.and.zh}|${KEYWORDS.and.en})\\s*$`, 'u');

/** The line that is asked for. */
interface Asked {
  readonly sheet: string;
  readonly row: string;
}

const lineOf = (file: FileSheets, { sheet, row }: Asked): FormLine | undefined =>
  file.sheets.find(({ id }) => id === sheet)?.lines?.find((line) => line.row === row);

/** One more thing that has to hold: behind the others. */
export function addCondition(file: FileSheets, asked: Asked, test: ConditionTest, known: () => Known): SheetEdited {
  const line = lineOf(file, asked);
  const { condition } = line ?? {};
  if (!line || !condition) return nothing(noCell);
  const say = speaker(line.word);
  const written = testText(test, known(), say);
  const place: Omit<CellOutcome, 'written'> = { ...asked, column: '+', text: test.value, before: '' };
  if ('refused' in written) return { edits: [], cells: [{ ...place, problem: written.refused }] };
  const edits: Edit[] = [{ start: condition.end, end: condition.end, text: `${condition.loose ? ')' : ''} ${say('and')} ${written.text}` }];
  if (condition.loose) edits.unshift({ start: condition.start, end: condition.start, text: '(' });
  return { edits, cells: [{ ...place, written: written.text }] };
}

/** Takes one of the parts out; one has to stay. */
export function removeCondition(file: FileSheets, asked: Asked, at: number): SheetEdited {
  const { parts = [] } = lineOf(file, asked)?.condition ?? {};
  const [part, before, behind] = [parts[at], parts[at - 1], parts[at + 1]];
  if (!part || parts.length < 2) return nothing(lastCondition);
  const gone: Extent = before ? { start: before.end, end: part.end } : { start: part.start, end: behind?.start ?? part.end };
  return { edits: [{ ...gone, text: '' }], cells: [] };
}

const lastCondition = {
  what: { zh: '条件至少留一个。', en: 'One condition has to stay.' } satisfies Words,
  remedy: { zh: '改它的值, 或在文本里改整行。', en: 'Change its value, or the whole line in the text.' } satisfies Words,
  choices: [],
};

/** Spells keywords as the line itself does. */
const speaker =
  (word: string) =>
  (id: KeywordId): string =>
    KEYWORDS[id][/^[a-z_]+$/u.test(word) ? 'en' : 'zh'];

type Written = { readonly text: string } | { readonly refused: NonNullable<CellOutcome['problem']> };

function testText({ field, how, value }: ConditionTest, known: Known, say: (id: KeywordId) => string): Written {
  const allowed = known.types.get(field);
  if (!allowed) return { refused: notDeclared(field, 'name', []) };
  const name = field
    .split('.')
    .map((part) => nameSpelling(part))
    .join('.');
  if (allowed.type === 'boolean') return { text: how === 'not' ? `${say('not')} ${name}` : name };
  if (value.trim() === '') return { refused: emptyEntry };
  const listed = allowed.type === 'enum' || allowed.type === 'set';
  const entry = readEntry(value, {
    kind: listed ? 'head' : 'value',
    allowed: { ...allowed, editable: true, whole: false },
    before: `${say('has')} `,
    beside: '',
  });
  if ('refused' in entry) return { refused: entry.refused };
  if (!listed) return { text: `${name} ${how === 'is' || how === 'not' ? (how === 'is' ? '=' : '≠') : how} ${entry.written}` };
  const values = entry.written.replace(/^(?:含|has)\s*/u, '');
  const text = `${name} ${say(allowed.type === 'set' ? 'has' : 'is')} ${values}`;
  return { text: how === 'not' ? `${say('not')} (${text})` : text };
}
