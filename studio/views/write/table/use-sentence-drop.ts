import type { DragEvent } from 'react';
import { useState } from 'react';
import { planSentence, writePlan } from '../../../loop/clauses.ts';
import { saving } from '../../../store/saving.ts';
import { tell } from '../../../store/told.ts';
import { useLanguage, useWords } from '../../../strings/use-words.ts';
import { carried, carries } from '../sentence-drag.ts';
import { sourceWords } from '../source-strings.ts';

/** Takes a sentence that is dropped on a rule, wherever that stands by then: it becomes the rule's source, and whether its numbers agree is told. */
export function useSentenceDrop(file: string, offsetNow: (() => number | undefined) | undefined) {
  const say = useWords(sourceWords);
  const language = useLanguage();
  const [over, setOver] = useState(false);
  const told = (text: string): void => tell({ zh: text, en: text });
  const cite = async (event: DragEvent, at: number): Promise<void> => {
    const one = carried(event.dataTransfer);
    if (!one) return;
    const plan = await planSentence(one.document, one.sentence, { kind: 'cite', at: { file, offset: at } });
    if (!plan) return told(say('textMoved'));
    if (!plan.ok) return told(plan.problem[language]);
    await writePlan(plan);
    const { differs = [], says = [] } = plan.cited ?? {};
    const agreement =
      differs.length > 0
        ? say('differs', { numbers: differs.join('、'), says: says.join('、') })
        : says.length > 0
          ? say('agrees')
          : undefined;
    told([say('doneCite'), agreement].filter(Boolean).join(language === 'zh' ? '，' : ', '));
  };
  const hears = (event: DragEvent): boolean => offsetNow !== undefined && !saving.getState().elsewhere && carries(event.dataTransfer);
  return {
    over,
    drop: {
      onDragOver: (event: DragEvent): void => {
        if (!hears(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (): void => setOver(false),
      onDrop: (event: DragEvent): void => {
        setOver(false);
        const offset = offsetNow?.();
        if (!hears(event) || offset === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        void cite(event, offset);
      },
    },
  };
}
