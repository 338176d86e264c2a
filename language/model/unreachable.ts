/** Closes an exhaustive switch: does not type-check while a kind is left out. @throws Error if the type checker was bypassed. */
export function unreachable(value: never): never {
  throw new Error(`no case for ${JSON.stringify(value)}`);
}
