import type { AnnualDraft } from '../store/annual.ts';
import { annual, draftOf } from '../store/annual.ts';
import { annualFound } from '../store/annual-found.ts';
import { workspace } from '../store/workspace.ts';
import type { Body, Outcome } from '../worker/client.ts';
import type { AmendReply, AnnualReading } from '../worker/protocol.ts';
import { draftAmendment } from './annual-draft.ts';
import { whenComposed } from './composition.ts';

/** Keeps the text of the amendment that of the decisions. */
export interface AmendmentWriting {
  /** Writes what is decided, and lets the compiler look at it. */
  write(): Promise<void>;
  /** The text of what is decided now, waited for where it is still on its way; undefined when it cannot be written. */
  now(): Promise<AmendReply | undefined>;
}

type Asking = (body: Body<'annualText'>) => Promise<Outcome<'annualText'>>;

/** `path`: the file that the amendment goes into. */
export function createAmendmentWriting(asking: Asking, path: () => string): AmendmentWriting {
  /** What the text on the page was written from. */
  let written: { readonly reading: AnnualReading; readonly from: string } | undefined;

  /** What is to be written, and everything that it follows from: how often a key was pressed is in the draft too, and is not part of it. */
  const wanted = () => {
    const { annual: reading } = annualFound.getState();
    if (!reading) return undefined;
    const draft = draftOf(annual.getState(), reading.policy);
    const body = {
      kind: 'annualText' as const,
      draft: draftAmendment(reading, draft),
      path: path(),
      ...(draft.aside === undefined ? {} : { aside: draft.aside }),
      rows: rowsOf(reading, draft),
    };
    const from = JSON.stringify([{ ...draft, step: 0, clicks: 0, keys: 0 }, body.path, workspace.getState().version]);
    return { reading, body, from };
  };
  const isWritten = ({ reading, from }: { readonly reading: AnnualReading; readonly from: string }): boolean =>
    annualFound.getState().written !== undefined && written?.reading === reading && written.from === from;

  const write = async (): Promise<void> => {
    const about = wanted();
    if (!about || isWritten(about)) return;
    const outcome = await asking({ ...about.body, reading: about.reading.reading });
    whenComposed(() => {
      const still = wanted();
      if (!outcome.ok || still?.reading !== about.reading || still.from !== about.from) return;
      written = about;
      annualFound.setState({ written: outcome.reply });
    });
  };
  return {
    write,
    now: async () => {
      // What is decided while it is written is written after it; a hand does not decide for ever.
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const about = wanted();
        if (!about) return undefined;
        if (isWritten(about)) return annualFound.getState().written;
        await write();
      }
      return undefined;
    },
  };
}

const MOST_TURNS = 20;

function rowsOf({ reading, values }: AnnualReading, draft: AnnualDraft) {
  return reading.proposals.flatMap(({ number, to, text }) => {
    const decision = draft.decisions[number];
    const path = decision && 'path' in decision ? decision.path : 'path' in to && to.kind !== 'elsewhere' ? to.path : undefined;
    const value = values.find((one) => one.path === path);
    const now = decision && 'text' in decision && decision.kind !== 'lines' ? decision.text : (draft.typed[number] ?? text);
    return value && now !== undefined ? [{ number, value, text: now }] : [];
  });
}
