/** "sha256:<64 hex>" in groups of four, as it is read out. */
export const groupsOf = (digest: string): readonly string[] => digest.replace(/^sha256:/, '').match(/.{1,4}/g) ?? [];
