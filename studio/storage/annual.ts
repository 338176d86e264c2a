import * as z from 'zod/mini';
import type { AnnualDraft } from '../store/annual.ts';
import { annual } from '../store/annual.ts';

const KEY = 'yice.annual';

const range = z.object({ start: z.number(), end: z.number() });
const decision = z.union([
  z.object({ kind: z.literal('accept'), path: z.string(), text: z.string() }),
  z.object({ kind: z.literal('open'), path: z.string(), why: z.string() }),
  z.object({ kind: z.literal('assume'), path: z.string(), text: z.string(), why: z.string() }),
  z.object({ kind: z.literal('lines'), text: z.string() }),
  z.object({ kind: z.literal('keep') }),
  z.object({ kind: z.literal('notARule'), why: z.string() }),
]);
const cell = z.object({ text: z.string(), number: z.optional(z.number()) });
const part = z.object({
  role: z.enum(['deductible', 'ratio', 'cap']),
  axes: z.array(z.object({ field: z.string(), groups: z.array(z.array(z.string())) })),
  cells: z.array(cell),
  yearly: z.boolean(),
  quote: range,
});
const benefit = z.object({
  name: z.string(),
  applies: z.object({ field: z.string(), values: z.array(z.string()), all: z.array(z.string()) }),
  parts: z.array(part),
  payer: z.string(),
  bill: z.string(),
  numbers: z.array(z.number()),
  taken: z.enum(['yes', 'no', 'undecided']),
});
const draftSchema = z.object({
  policy: z.string(),
  step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  aside: z.optional(z.string()),
  document: z.optional(z.string()),
  effective: z.optional(z.string()),
  published: z.optional(z.string()),
  publishedBy: z.optional(z.string()),
  decisions: z.record(z.string(), decision),
  typed: z.record(z.string(), z.string()),
  quotes: z.record(z.string(), range),
  benefits: z.optional(z.array(benefit)),
  ended: z.optional(z.record(z.string(), z.string())),
  clicks: z.number(),
  keys: z.number(),
});

/** Puts back how far the yearly changes had come; a draft that does not fit this version is left out. */
export function restoreAnnual(): void {
  const drafts: Record<string, AnnualDraft> = {};
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return;
    for (const [policy, value] of Object.entries(kept)) {
      const draft = draftSchema.safeParse(value).data;
      if (draft) drafts[policy] = plain(draft);
    }
  } catch {
    // Private windows may refuse access altogether; one begins anew then.
    return;
  }
  annual.setState({ drafts });
}

/** Keys that are not there are left out, not undefined. */
const plain = (draft: z.infer<typeof draftSchema>): AnnualDraft => JSON.parse(JSON.stringify(draft)) as AnnualDraft;

/** Keeps them with every change. Returns the way to stop. */
export const keepAnnual = (): (() => void) =>
  annual.subscribe((now, before) => {
    if (now.drafts === before.drafts) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(now.drafts));
    } catch {
      // The rules themselves are kept elsewhere; only the way to them would be lost.
    }
  });
