import type { Decoder } from './decode.ts';
import { list, nameText, record, whole } from './decode.ts';
import { index } from './decode-expr.ts';
import type { SourceRange } from './types.ts';

/** A name of the policy. */
export const name = nameText;

/** As many as a policy may have of anything. */
export const indexes = list(index, 20_000);

/** Where something stands in the policy text. */
export const source: Decoder<SourceRange> = record<SourceRange>({ file: name, start: index, end: index, line: whole(1) });
