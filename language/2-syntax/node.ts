/** The syntax tree: a closed set of plain values with exact spans. The files in nodes/ hold one family each. */
export type * from './nodes/benefit.ts';
export type * from './nodes/declaration.ts';
export type * from './nodes/expression.ts';
export type * from './nodes/policy.ts';
export type * from './nodes/span.ts';
export type * from './nodes/table.ts';
