/** Closes an exhaustive switch. @throws Error when a value of no declared kind arrives. */
export function unreachable(value: never): never {
  throw new Error(`no such kind: ${JSON.stringify(value)}`);
}
