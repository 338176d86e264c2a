/** What the rest of the studio knows of a sheet: pure, from the sheet where it stands now. */
import type { Diagnostic } from '../../../../language/diagnostics/diagnostic.ts';
import type { Sheet } from '../../../../language/sheets/sheet.ts';
import type { Unseen } from '../../../store/checking.ts';
import type { CitationLink } from '../../../worker/protocol.ts';
import type { UnseenIn } from '../unseen.ts';
import { unseenOf } from '../unseen.ts';

export interface Found {
  /** The first error in it. */
  readonly first: Diagnostic | undefined;
  /** Errors inside of a cell, by row × columns + column. */
  readonly errors: ReadonlyMap<number, Diagnostic>;
  /** How many sentences it rests on. */
  readonly cited: number;
  /** Where no scenario goes, while that is looked for. */
  readonly marks: UnseenIn | undefined;
}

/** Nothing is known of it. */
export const NOTHING: Found = { first: undefined, errors: new Map(), cited: 0, marks: undefined };

/** What is known of one file. */
export interface Known {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly citations: readonly CitationLink[];
  readonly unseen: readonly Unseen[];
}

/** Asks about one sheet after the other of a file; `without` are tables that stand inside. */
export function findingIn({ file, diagnostics, citations, unseen }: Known): (sheet: Sheet, without: readonly Sheet[]) => Found {
  const errors = diagnostics.filter(({ severity, labels }) => severity === 'error' && labels[0]?.span.file === file);
  const cited = citations.filter((one) => one.cited.file === file);
  return (sheet, without) => {
    const { range } = sheet;
    const touching = errors.filter(({ labels: [place] }) => place && place.span.start < range.end && place.span.end > range.start);
    return {
      first: touching[0],
      errors: inCells(sheet, touching),
      cited: cited.filter((one) => one.cited.start >= range.start && one.cited.end <= range.end).length,
      marks: unseen.length === 0 ? undefined : unseenOf(sheet, file, unseen, without),
    };
  };
}

function inCells({ cells: { starts, ends } }: Sheet, errors: readonly Diagnostic[]): ReadonlyMap<number, Diagnostic> {
  const found = new Map<number, Diagnostic>();
  for (const error of errors) {
    const place = error.labels[0]?.span;
    if (!place) continue;
    starts.forEach((start, at) => {
      if (start >= 0 && start <= place.start && place.end <= (ends[at] ?? start) && !found.has(at)) found.set(at, error);
    });
  }
  return found;
}

const saysTheSame = (one: Diagnostic | undefined, other: Diagnostic | undefined): boolean =>
  one?.code === other?.code && one?.what.zh === other?.what.zh && one?.remedy.zh === other?.remedy.zh;

/** Whether two findings about a sheet are shown alike. */
export const sameFound = (one: Found, other: Found): boolean =>
  one.cited === other.cited &&
  one.marks === other.marks &&
  saysTheSame(one.first, other.first) &&
  one.errors.size === other.errors.size &&
  [...one.errors].every(([at, error]) => other.errors.has(at) && saysTheSame(error, other.errors.get(at)));
