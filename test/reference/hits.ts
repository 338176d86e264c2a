/** How often the reference came by each kind of rule: what was never come by was never compared. */
const counts = new Map<string, number>();

export const hit = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

export const hits = (): ReadonlyMap<string, number> => counts;
