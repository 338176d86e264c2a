import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis, Reply } from '../../../studio/worker/protocol.ts';
import { createReceiver, createSender } from '../../../studio/worker/wire.ts';

/** Parts that stay the same object from one analysis to the next, as what follows from an unchanged file does. */
const symbols = Array.from({ length: 6 }, (_, at) => ({
  name: `名${at}`,
  word: '定义',
  kind: 'definition',
  range: { file: 'a', start: at, end: at + 1 },
  initials: 'm',
}));
const folds = Array.from({ length: 4 }, (_, at) => [{ file: 'a', start: at, end: at + 9 }]);

const analysisOf = (chosen: readonly number[], files: readonly number[]): Analysis => ({
  diagnostics: [],
  outlines: {},
  colours: {},
  folds: Object.fromEntries(files.flatMap((at) => (folds[at] ? [[`${at % 3}.yice`, folds[at]]] : []))),
  symbols: chosen.flatMap((at) => symbols[at] ?? []),
  policies: [],
  declared: [],
  citations: [],
  language: '0.1',
  tookMs: chosen.length,
});
const chosen = fc.array(fc.nat(5), { maxLength: 8 });
const files = fc.array(fc.nat(3), { maxLength: 4 });

describe('an analysis on its way to the page', () => {
  it('arrives as it was, whatever was sent before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(chosen, files), { minLength: 1, maxLength: 6 }), (series) => {
        const [send, receive] = [createSender(), createReceiver()];
        for (const [index, [some, own]] of series.entries()) {
          const reply: Reply = { kind: 'analysed', id: index, version: index, ...analysisOf(some, own) };
          expect(receive(structuredClone(send(reply)))).toEqual(reply);
        }
      }),
    );
  });

  it('is not sent again where it is the same', () => {
    const send = createSender();
    const reply: Reply = { kind: 'analysed', id: 1, version: 1, ...analysisOf([0, 1, 2, 3, 4, 5], [0, 1]) };
    const first = JSON.stringify(send(reply)).length;
    expect(JSON.stringify(send({ ...reply, id: 2 })).length).toBeLessThan(first / 3);
  });

  it('says findings before it, and not again with it', () => {
    const found = Array.from({ length: 9 }, (_, at) => ({
      code: 'names/unknown',
      severity: 'error' as const,
      what: { zh: `没有叫 ${at} 的项`, en: `Nothing is called ${at}` },
      why: { zh: '', en: '' },
      remedy: { zh: '', en: '' },
      labels: [],
      fixes: [],
    }));
    const early = (id: number, diagnostics: Analysis['diagnostics']): Reply => ({ kind: 'found', id, version: id, diagnostics });
    const [send, receive] = [createSender(), createReceiver()];
    const first = send(early(1, found));
    expect(receive(first)).toEqual(early(1, found));
    const whole: Reply = { kind: 'analysed', id: 2, version: 1, ...analysisOf([0], [0]), diagnostics: found };
    const sent = send(whole);
    expect(JSON.stringify(sent)).not.toContain('names/unknown');
    expect(receive(sent)).toEqual(whole);
    const fewer = early(3, found.slice(2, 5));
    expect(receive(structuredClone(send(fewer)))).toEqual(fewer);
  });

  it('lets what is no analysis through', () => {
    const taken: Reply = { kind: 'taken', id: 3, version: 1 };
    expect(createReceiver()(createSender()(taken))).toEqual(taken);
  });
});
