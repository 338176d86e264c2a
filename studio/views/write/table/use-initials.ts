import { useMemo } from 'react';
import { useStore } from 'zustand';
import { analysis } from '../../../store/analysis.ts';

/** Pinyin initials of the values and names that cells can hold, as far as the rules have been read. */
export function useInitials(): Readonly<Record<string, string>> {
  const found = useStore(analysis, (now) => now.analysis);
  return useMemo(() => {
    const all: Record<string, string> = {};
    for (const { name, initials } of found?.symbols ?? []) all[name] = initials;
    for (const policy of found?.policies ?? []) Object.assign(all, policy.initials);
    // What an amount is counted in is offered with its words before it.
    for (const [name, initials] of Object.entries(all)) all[`累计于 ${name}`] = `${initials} ljy`;
    return all;
  }, [found]);
}
