import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { planSentence } from '../../loop/clauses.ts';
import { isComposing } from '../../loop/composition.ts';
import { attachedEditor } from '../../loop/loop.ts';
import { analysis } from '../../store/analysis.ts';
import { selection } from '../../store/selection.ts';
import { workspace } from '../../store/workspace.ts';
import type { SentencePlan } from '../../worker/protocol.ts';

/** How long the caret must rest before the rule under it is asked about. */
const REST_MS = 160;

/** What citing a sentence in the rule at the caret would do, asked again when the caret or the text moves. */
export function useCitePlan(document: string, sentence: string): SentencePlan | undefined {
  const file = useStore(workspace, (now) => now.openFile);
  const placed = useStore(workspace, (now) => (now.openFile === undefined ? undefined : now.places[now.openFile]?.caret));
  // Without the text on the page it is the cell in hand that says which rule is meant.
  const cell = useStore(selection, (now) => (now.cell && now.cell.file === file ? now.cell.start : undefined));
  const caret = attachedEditor() ? placed : (cell ?? placed);
  const version = useStore(analysis, (now) => now.version);
  const [plan, setPlan] = useState<SentencePlan | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text gives another plan
  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => {
      if (file === undefined || caret === undefined || isComposing()) return;
      void planSentence(document, sentence, { kind: 'cite', at: { file, offset: caret } }).then((made) => {
        if (!late) setPlan(made);
      });
    }, REST_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [document, sentence, file, caret, version]);
  return plan;
}
