import type { Definition } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Amendment, Item, TopLevel } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Table } from '../2-syntax/nodes/table.ts';
import { allowedAs, allowedFor, typed } from './allowed.ts';
import { amendmentDays, changeLines } from './change-sheet.ts';
import { added, formSheet, type Spoken, speaking } from './form-sheet.ts';
import { distinct, type Source, wordAt } from './grid.ts';
import { type GatheredLine, gather, lineSheet } from './line-sheet.ts';
import { openLines } from './open-sheet.ts';
import { restOf } from './rest.ts';
import type { Allowed, AllowedType, FileSheets, Sheet, SheetKind } from './sheet.ts';
import { isTable } from './slots.ts';
import { tableSheet } from './table-sheet.ts';

/** A file as sheets of cells: what can be read is shown, the rest stays text. */
export function sheetsOf(source: Source): FileSheets {
  const once = distinct();
  const sheets = source.tree.items.flatMap((block) => new BlockSheets(source, block, once).all());
  return { file: source.tree.file, text: source.text, sheets, rest: restOf(source, sheets), complete: source.tree.complete };
}

/** Gathered sheets come first, in this order, as one reads a policy: what holds for all of it, then its rules. */
const ORDER: readonly SheetKind[] = ['settings', 'fields', 'parameters', 'accumulators', 'eligibility', 'adjustments', 'postings'];

class BlockSheets {
  private readonly gathered = new Map<SheetKind, GatheredLine[]>();
  private readonly own: Sheet[] = [];

  constructor(
    private readonly source: Source,
    private readonly block: TopLevel,
    private readonly once: (name: string) => string,
  ) {}

  all(): readonly Sheet[] {
    const { block, source } = this;
    if (block.kind === 'amendment') this.amendment(block);
    else if (block.kind === 'policy' || block.kind === 'vocabulary') this.items(block.items);
    else return [];
    const gathered = ORDER.flatMap((kind) => this.gather(kind, this.gathered.get(kind) ?? []));
    const open = this.gather('open', openLines(block));
    // Where there are changes, they are what the file is about.
    const changes = block.kind === 'amendment' ? this.gather('changes', changeLines(source, block)) : [];
    return [...changes, ...gathered, ...this.own, ...open];
  }

  private gather(kind: SheetKind, lines: readonly GatheredLine[]): readonly Sheet[] {
    const [first] = lines;
    if (!first || kind === 'form' || kind === 'table') return [];
    const { source, block } = this;
    const title = 'name' in block ? block.name.text : 'policy' in block ? block.policy.text : '';
    const names = { id: this.once(kind), title, word: wordAt(source, first.start), ...this.policy };
    return [lineSheet(source, kind, names, lines)];
  }

  private get policy(): { readonly policy?: string } {
    const { block } = this;
    if (block.kind === 'policy') return { policy: block.name.text };
    return block.kind === 'amendment' ? { policy: block.policy.text } : {};
  }

  private amendment(amendment: Amendment): void {
    const days = amendmentDays(this.source, amendment);
    if (days.length > 0) this.gathered.set('settings', [...days]);
    this.items(amendment.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : [])));
    for (const change of amendment.changes) {
      if (change.kind !== 'extend') continue;
      const name = this.source.text.slice(change.path.span.start, change.path.span.end);
      this.form(
        name,
        change.span,
        change.path.span,
        change.lines.flatMap((one) => added(this.source, one)),
      );
    }
  }

  private items(items: readonly Item[]): void {
    const benefits = items.filter(({ kind }) => kind === 'benefit').map(({ span }) => span);
    const within = (span: Span): boolean => benefits.some(({ start, end }) => start < span.start && span.end <= end);
    const seen = new Set<number>();
    for (const item of items) {
      // What is written under a line of a benefit is shown there.
      if (item.kind !== 'benefit' && within(item.span)) continue;
      if (item.kind === 'definition' && item.among) {
        if (seen.has(item.span.start)) continue;
        seen.add(item.span.start);
        this.results(items.filter((one): one is Definition => one.kind === 'definition' && one.span.start === item.span.start));
        continue;
      }
      const line = gather(this.source, item);
      if (line) this.gathered.set(line.kind, [...(this.gathered.get(line.kind) ?? []), line]);
      else this.single(item, items);
    }
  }

  private names(name: string, span: Span, nameRange: Span) {
    return {
      id: this.once(name),
      title: name,
      word: wordAt(this.source, span.start),
      nameRange,
      ...this.policy,
      range: { start: span.start, end: span.end },
    };
  }

  private single(item: Item, items: readonly Item[]): void {
    const { source } = this;
    switch (item.kind) {
      case 'parameter':
      case 'definition':
        if (isTable(item.value))
          this.table(
            item.value,
            item.name.text,
            item.span,
            item.name.span,
            allowedFor(item.type, (name) => source.known.types.get(name)),
          );
        return;
      case 'computed':
        if (isTable(item.value))
          this.table(
            item.value,
            item.field.text,
            item.span,
            item.field.span,
            source.known.types.get(item.field.text) ?? typed('expression'),
          );
        return;
      case 'due':
        if (isTable(item.value)) this.table(item.value, item.name.text, item.span, item.name.span, typed('money'));
        return;
      case 'bands': {
        this.own.push(bandSheet(source, this.names(item.name.text, item.span, item.name.span), item));
        return;
      }
      case 'benefit': {
        const under = items.filter(
          (one) => (one.kind === 'exception' || one.kind === 'again') && item.span.start < one.span.start && one.span.end <= item.span.end,
        );
        const tilts = item.lines.flatMap((one) => (one.kind === 'tilt' ? one.lines.map((line) => speaking(source, line)) : []));
        const lines = [...item.lines, ...under.filter((one) => one.kind === 'exception' || one.kind === 'again')];
        this.form(item.name.text, item.span, item.name.span, [
          ...lines.flatMap((one) => (one.kind === 'tilt' ? [] : [speaking(source, one)])),
          ...tilts,
        ]);
        return;
      }
      case 'tilt':
        this.form(
          item.name.text,
          item.span,
          item.name.span,
          item.lines.map((line) => speaking(source, line)),
        );
        return;
      case 'waitingPeriod': {
        const name = item.name ?? { text: wordAt(source, item.span.start), span: item.span };
        this.form(name.text, item.span, name.span, [speaking(source, item)]);
        return;
      }
      case 'guarantee':
      case 'allocation':
        this.form(item.name.text, item.span, item.name.span, [speaking(source, item)]);
        return;
      default:
        return;
    }
  }

  private table(table: Table, name: string, span: Span, nameRange: Span, allowed: Allowed): void {
    const names = this.names(name, span, nameRange);
    const sheet = tableSheet(this.source, table, names, [{ title: name, allowed }]);
    if (sheet) this.own.push({ ...sheet, range: names.range });
  }

  private results(definitions: readonly Definition[]): void {
    const [first] = definitions;
    if (!first?.among || !isTable(first.value)) return;
    const results = definitions.map(({ name, type }) => ({
      title: name.text,
      allowed: allowedFor(type, (one) => this.source.known.types.get(one)),
    }));
    const names = this.names(first.among.table, first.span, first.among.at);
    const sheet = tableSheet(this.source, first.value, names, results);
    if (sheet) this.own.push({ ...sheet, shape: 'results', range: names.range });
  }

  private form(name: string, span: Span, nameRange: Span, spoken: readonly Spoken[]): void {
    this.own.push(...formSheet(this.source, this.names(name, span, nameRange), spoken));
  }
}

/** 分段: to where, and how much of it; of money a ratio, of days or numbers what its figures are. */
function bandSheet(source: Source, names: Parameters<typeof lineSheet>[2], bands: Extract<Item, { readonly kind: 'bands' }>): Sheet {
  const asWritten = (of: (band: (typeof bands.bands)[number]) => Expression | undefined, otherwise: AllowedType): Allowed => {
    const literal = bands.bands.map(of).find((value) => value?.kind === 'quantity');
    return typed((literal && allowedAs(literal)?.type) ?? otherwise, true);
  };
  const along = asWritten(({ upTo }) => upTo, 'money');
  const each = asWritten(({ ratio }) => ratio, 'ratio');
  const lines = bands.bands.map(({ upTo, ratio, span }, at): GatheredLine => {
    const cell = (value: typeof ratio | undefined, allowed: Allowed) => {
      const kind =
        value && (value.kind === 'open' || value.kind === 'assumed') ? value.kind : value?.kind === 'quantity' ? 'value' : 'expression';
      return { place: value?.span, kind, allowed } as const;
    };
    return { name: `${at + 1}`, start: span.start, end: span.end, cells: [cell(upTo, along), cell(ratio, each)] };
  });
  return { ...lineSheet(source, 'bands', names, lines), range: bands.span };
}
