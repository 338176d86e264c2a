import type { Citation, Computed } from '../../2-syntax/nodes/declaration.ts';
import type { CoreDefinition } from './core.ts';

/** 算得 as the definition that works the field out, at the address of the field itself. */
export const computedDefinition = (node: Computed, quotes: readonly Citation[]): CoreDefinition => ({
  kind: 'formDefinition',
  address: node.field.text,
  rounded: false,
  value: node.value,
  form: { kind: 'computed' },
  citations: [...quotes, ...node.citations],
  span: node.span,
});
