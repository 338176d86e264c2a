import type { Decoder } from './decode.ts';
import { list, oneOf, optional, record } from './decode.ts';
import { expr, index, irType, positiveDigits } from './decode-expr.ts';
import { note } from './decode-note.ts';
import { indexes, name, source } from './decode-source.ts';
import type { Adjustment, Members, Posting, Step } from './types.ts';

const adjustment: Decoder<Adjustment> = record<Adjustment>({
  name,
  how: oneOf('set', 'add', 'multiply', 'atLeast', 'atMost', 'waive'),
  guard: expr,
  value: optional(expr),
  scale: optional(positiveDigits),
  join: optional(oneOf('both', 'highest', 'lowest')),
  source,
  citations: indexes,
});

const members: Decoder<Members> = record<Members>({
  list: index,
  guard: optional(expr),
  value: expr,
  pool: optional(index),
  remainder: optional(oneOf('greatest', 'first', 'last', 'payer')),
});
const posting: Decoder<Posting> = record<Posting>({
  payers: list(index, 100),
  shares: optional(list(index, 100)),
  shareOpen: optional(index),
  parts: list(index, 100),
  into: optional(index),
  until: optional(expr),
  members: optional(members),
});

/** One named amount or value, with what adjusts it and what it posts. */
export const step: Decoder<Step> = record<Step>({
  address: name,
  type: irType,
  value: expr,
  rounds: list(list(adjustment, 1000), 100),
  posting: optional(posting),
  note,
});
