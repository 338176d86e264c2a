import type { Decoder } from './decode.ts';
import { list, oneOf, optional, record, tagged } from './decode.ts';
import { day, index, literal } from './decode-expr.ts';
import { indexes, name, source } from './decode-source.ts';
import type { AmendmentRef, ParameterValue, TimelineCell, Version } from './types.ts';

type Valued<Kind> = Extract<ParameterValue, { readonly kind: Kind }>;
const parameterValue: Decoder<ParameterValue> = tagged<ParameterValue>('kind', {
  known: record<Valued<'known'>>({ kind: oneOf('known'), value: literal, source, citations: indexes }),
  assumed: record<Valued<'assumed'>>({ kind: oneOf('assumed'), value: literal, point: index, source, citations: indexes }),
  open: record<Valued<'open'>>({ kind: oneOf('open'), point: index, source, citations: indexes }),
});

const amendment: Decoder<AmendmentRef> = record<AmendmentRef>({
  effective: optional(day),
  published: optional(day),
  until: optional(day),
  source,
  citations: indexes,
});
/** One version of the law. */
export const version: Decoder<Version> = record<Version>({
  id: name,
  program: index,
  parameters: list(parameterValue, 50_000),
  amendments: list(amendment, 5000),
  assumes: indexes,
});

/** A rectangle of the two time axes. */
export const timelineCell: Decoder<TimelineCell> = record<TimelineCell>({
  from: optional(day),
  to: optional(day),
  knownFrom: optional(day),
  knownTo: optional(day),
  version: optional(index),
  candidates: optional(list(record<NonNullable<TimelineCell['candidates']>[number]>({ version: index }), 64)),
  point: optional(index),
  knownAssumes: optional(indexes),
});
