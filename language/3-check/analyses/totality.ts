/**
 * Whether a table has exactly one row for every patient.
 *
 * The cells of a table cut each axis into classes that no cell tells apart, so the combinations of classes are boxes, finitely many, and each
 * row covers some of them exactly. A box that no row covers is a gap, one that two rows cover an overlap, if a patient can be in it at
 * all: 约束 must hold, and the table must be looked at for that patient (the 适用 of the benefits that read it). That question goes to the
 * search for a patient, who then stands in the message. Missing boxes that differ along one axis only are offered as one row.
 */

import { compare } from '../../../runtime/money/rational.ts';
import type { Span } from '../../2-syntax/node.ts';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import { gap, notRuledOut, overlap } from '../../diagnostics/tables.ts';
import type { AxisModel } from '../../model/types.ts';
import type { Lookup } from '../constant.ts';
import { classCount, type TableDraft } from '../table.ts';
import { findPatient, type Search } from '../witness.ts';
import { always, type Condition, conditionOf, isNumber, type Point, variableOf } from './condition.ts';
import { missingRows } from './missing-rows.ts';

/** What narrows the patients of a table. */
export interface Patients {
  /** 约束. */
  readonly exist: readonly Condition[];
  /** When the table is read. */
  readonly read: Condition;
}

/** Boxes that are asked about one by one; a table that misses more is reported with those found. */
const MOST_BOXES = 400;

/** Steps of the search for all boxes of a table together. */
const MOST_STEPS = 200_000;

/** Gaps and overlaps of one table, each with a patient. */
export function checkTotality(draft: TableDraft, patients: Patients, lookup: Lookup): readonly Diagnostic[] {
  const boxes = boxesOf(draft);
  const budget = { left: MOST_STEPS };
  const ask = (box: Box): Search =>
    findPatient({ kind: 'all', of: [...inBox(draft, box, lookup), ...patients.exist, patients.read] }, budget);
  return [...gapsOf(draft, boxes, ask), ...overlapsOf(draft, boxes, ask)];
}

/** Index of a class on each axis, with the rows that cover it. */
export interface Box {
  readonly at: readonly number[];
  readonly rows: readonly number[];
}

/** Every combination of classes, the first axis slowest. */
export function boxesOf(draft: Pick<TableDraft, 'axes' | 'rows'>): readonly Box[] {
  let boxes: readonly Box[] = [{ at: [], rows: draft.rows.map((_, index) => index) }];
  for (const [axis, model] of draft.axes.entries()) {
    const classes = Array.from({ length: classCount(model) }, (_, index) => index);
    boxes = boxes.flatMap((box) =>
      classes.map((one) => ({ at: [...box.at, one], rows: box.rows.filter((row) => draft.rows[row]?.covers[axis]?.includes(one)) })),
    );
  }
  return boxes;
}

type Found = Extract<Search, { readonly kind: 'found' }>;

function gapsOf(draft: TableDraft, boxes: readonly Box[], ask: (box: Box) => Search): readonly Diagnostic[] {
  const empty = boxes.filter((box) => box.rows.length === 0).slice(0, MOST_BOXES);
  const answers = empty.map((box) => ({ box, search: ask(box) }));
  const missing = answers.flatMap(({ box, search }) => (search.kind === 'found' ? [{ box, search }] : []));
  const [first] = certainFirst(missing);
  if (!first) {
    return answers.some(({ search }) => search.kind === 'undecided')
      ? [notRuledOut({ table: draft.address, what: 'gap', span: headSpan(draft) })]
      : [];
  }
  const { patient, resting } = first.search;
  const fixes: readonly Fix[] = missingRows(
    draft,
    missing.map(({ box }) => box.at),
  );
  return [gap({ table: draft.address, patient, more: missing.length - 1, resting, fixes, span: headSpan(draft) })];
}

function overlapsOf(draft: TableDraft, boxes: readonly Box[], ask: (box: Box) => Search): readonly Diagnostic[] {
  const pairs = new Map<string, Box[]>();
  for (const box of boxes) {
    if (box.rows.length > 1) pairs.set(box.rows.slice(0, 2).join(), [...(pairs.get(box.rows.slice(0, 2).join()) ?? []), box]);
  }
  return [...pairs].flatMap(([key, shared]) => {
    const [one, two] = key.split(',').map(Number);
    const rows = [draft.rows[one ?? 0], draft.rows[two ?? 0]];
    if (!rows[0] || !rows[1]) return [];
    const answers = shared.slice(0, MOST_BOXES).map((box) => ({ box, search: ask(box) }));
    const [first] = certainFirst(answers.flatMap(({ box, search }) => (search.kind === 'found' ? [{ box, search }] : [])));
    if (first) return [overlap({ table: draft.address, ...first.search, span: rows[1].span, other: rows[0].span })];
    return answers.some(({ search }) => search.kind === 'undecided')
      ? [notRuledOut({ table: draft.address, what: 'overlap', span: rows[1].span })]
      : [];
  });
}

const certainFirst = (
  all: readonly { readonly box: Box; readonly search: Found }[],
): readonly { readonly box: Box; readonly search: Found }[] => [...all].sort((a, b) => a.search.resting.length - b.search.resting.length);

/** The header names the table better than its whole body. */
const headSpan = (draft: TableDraft): Span => draft.headers[0]?.span ?? draft.span;

/** The box as tests of its axes, first, so that the patient shows them. */
function inBox(draft: TableDraft, box: Box, lookup: Lookup): readonly Condition[] {
  return draft.axes.map((axis, index) => inClass(axis, box.at[index] ?? 0, lookup));
}

/** What a 布尔 header says; one that cannot be read is a value of its own, true or false. */
function truthOf(of: AxisModel['of'], lookup: Lookup): Condition {
  const read = conditionOf(of, lookup);
  const variable = read.kind === 'free' ? variableOf(of, lookup) : undefined;
  return variable ? { kind: 'test', variable, at: [], holds: (point) => point === true } : read;
}

/** The condition that an axis has a value of one of its classes. */
export function inClass(axis: AxisModel, at: number, lookup: Lookup): Condition {
  if (axis.kind === 'truth') {
    const holds = truthOf(axis.of, lookup);
    return at === 1 ? holds : { kind: 'not', of: holds };
  }
  const variable = variableOf(axis.of, lookup);
  if (!variable) return always;
  switch (axis.kind) {
    case 'values': {
      const words = axis.classes[at];
      if (!words) {
        const listed = new Set(axis.classes.flat());
        return { kind: 'test', variable, at: [], holds: (point) => typeof point === 'string' && !listed.has(point) };
      }
      return { kind: 'test', variable, at: words, holds: (point) => typeof point === 'string' && words.includes(point) };
    }
    case 'cuts': {
      const below = axis.cuts[at - 1];
      const above = axis.cuts[at];
      const isBelow = (point: Point, cut: typeof above): boolean => {
        if (!cut || !isNumber(point)) return false;
        const side = compare(point, cut.at);
        return side < 0 || (side === 0 && cut.closed);
      };
      return {
        kind: 'test',
        variable,
        at: [below, above].flatMap((cut) => (cut ? [cut.at] : [])),
        holds: (point) => isNumber(point) && !isBelow(point, below) && (above === undefined || isBelow(point, above)),
      };
    }
  }
}

/** What a cell 其他 stands for: the values that no other cell of its axis lists. For hover beside the word. */
export function complementOf(draft: TableDraft, row: number, axis: number): readonly string[] {
  const model = draft.axes[axis];
  return model?.kind === 'values' ? (draft.rows[row]?.covers[axis] ?? []).flatMap((at) => model.classes[at] ?? []) : [];
}
