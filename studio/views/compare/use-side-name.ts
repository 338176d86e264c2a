import { useStore } from 'zustand';
import type { SideWanted } from '../../loop/compare.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import { comparison } from '../../store/comparison.ts';
import { edgeOn, edgesOf } from '../../store/versions.ts';
import { useWords } from '../../strings/use-words.ts';
import { compareWords } from './strings.ts';

/** What a side is called: its version, its area, or its text, whichever tells the two apart. */
export function useSideName(side: SideWanted): string {
  const say = useWords(compareWords);
  const { mode } = useStore(comparison);
  const state = useStore(analysis);
  const summary = summaryOf(state, side.policy)?.summary;
  if (mode === 'draft') return say(side.texts === 'delivered' ? 'deliveredText' : 'draftText');
  if (mode === 'areas') return summary?.area.name ?? side.policy;
  const edge = summary && edgeOn(edgesOf(summary), side.day);
  return edge ? say(edge.amended ? 'amendedVersion' : 'baseVersion', { year: edge.day.slice(0, 4) }) : side.day;
}
