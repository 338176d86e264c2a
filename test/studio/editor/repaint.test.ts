import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Changed, Painted } from '../../../studio/editor/repaint.ts';
import { changedBy, repaint } from '../../../studio/editor/repaint.ts';
import type { ColourSpan } from '../../../studio/worker/protocol.ts';

const KINDS = ['keyword', 'number', 'name'] as const;

/** Colours of a text: every run of one letter is a span, its kind told by the letter. */
const coloursOf = (text: string, seed: number): readonly ColourSpan[] =>
  [...text.matchAll(/([a-c])\1*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: KINDS[((match[1] ?? 'a').charCodeAt(0) + seed) % KINDS.length] ?? 'name',
  }));

const painted = (spans: readonly (ColourSpan & { readonly id?: string })[]): readonly Painted[] =>
  spans.map((span, at) => ({ ...span, id: span.id ?? `n${at}` }));

const edit = fc.record({ at: fc.nat(60), gone: fc.nat(4), typed: fc.stringMatching(/^[a-c ]{0,4}$/) });

describe('colours after a change', () => {
  it('are those of the text, and what stays has moved along with its letters untouched', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c ]{0,60}$/), fc.array(edit, { maxLength: 4 }), fc.nat(2), (text, edits, seed) => {
        const before = painted(coloursOf(text, 0));
        let now = text;
        let changed: Changed | undefined;
        /** Where each letter was; −1 for one that was typed. */
        let origin = [...text].map((_, at) => at);
        for (const { at, gone, typed } of edits) {
          const from = Math.min(at, now.length);
          const length = Math.min(gone, now.length - from);
          now = now.slice(0, from) + typed + now.slice(from + length);
          origin = [...origin.slice(0, from), ...[...typed].map(() => -1), ...origin.slice(from + length)];
          changed = changedBy(changed, from, length, typed.length);
        }
        const wanted = coloursOf(now, seed);
        const { gone, spans } = repaint(before, changed, wanted);
        expect(spans.map(({ start, end, kind }) => ({ start, end, kind }))).toEqual(wanted);
        const kept = spans.flatMap(({ id }) => id ?? []);
        expect([...kept, ...gone].toSorted()).toEqual(before.map(({ id }) => id).toSorted());
        for (const { id, start, end } of spans) {
          const was = before.find((one) => one.id === id);
          if (was) expect(origin.slice(start, end)).toEqual(Array.from({ length: was.end - was.start }, (_, at) => was.start + at));
        }
      }),
    );
  });
  it('of everything else stay', () => {
    const text = 'aa bb cc bb aa';
    const { gone, spans } = repaint(painted(coloursOf(text, 0)), changedBy(undefined, 6, 2, 3), coloursOf('aa bb ccc bb aa', 0));
    expect([gone.length, spans.filter(({ id }) => id === undefined).length]).toEqual([1, 1]);
  });
});
