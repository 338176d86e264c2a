/** Events as they were booked, and what changes among them when one is put in the place of another. */
import type { Entry } from './cells.ts';
import { cellName } from './cells.ts';
import type { Stated, Status } from './kept.ts';
import type { Outcome } from './worlds.ts';
import { textOf } from './worth.ts';

/** One event of a stream. */
export interface Event {
  readonly id: string;
  readonly kind: 'settle' | 'reverse' | 'correct';
  /** Of a reversal and a correction. */
  readonly of?: string;
  readonly stated: Stated;
  readonly knownOn?: Date;
}

export interface Booked {
  readonly event: Event;
  readonly stated: Stated;
  readonly outcome: Outcome;
  readonly reads: ReadonlySet<string>;
  readonly voided: boolean;
  /** The stay that it is a part of. */
  readonly partOf?: string;
  /** Places of the visits that became part of it. */
  readonly took?: readonly number[];
}

export const BOOKABLE: readonly Status[] = ['settled', 'open', 'ineligible'];

export const sorted = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** Which cells differ after changes; an entry that may be of any cell of an accumulator touches all of them. */
export class Changed {
  private readonly cells = new Set<string>();
  private readonly loose = new Set<string>();

  note(was: Booked | undefined, is: Booked): void {
    const [a, b] = [this.texts(was), this.texts(is)];
    for (const cell of [...a.keys(), ...b.keys()]) if (a.get(cell) !== b.get(cell)) this.cells.add(cell);
  }

  touches({ reads }: Booked): boolean {
    return [...reads].some(
      (cell) => this.cells.has(cell) || [...this.loose].some((of) => this.cells.has(of) && cell.startsWith(`${of} / `)),
    );
  }

  private texts(booked: Booked | undefined): Map<string, string> {
    const cells = new Map<string, string>();
    const entries: readonly Entry[] = booked && !booked.voided ? booked.outcome.entries : [];
    for (const { policy, accumulator, keys, value, reasons } of entries) {
      const cell = keys === undefined ? `${policy} / ${accumulator}` : cellName(policy, accumulator, keys);
      const text = `${value === undefined ? '?' : textOf(value)} ${sorted(reasons).join(';')}`;
      cells.set(cell, [...(cells.get(cell)?.split('\n') ?? []), text].sort().join('\n'));
      if (keys === undefined) this.loose.add(cell);
    }
    return cells;
  }
}
