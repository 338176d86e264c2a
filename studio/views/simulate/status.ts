import type { Answer } from '../../../runtime/answer.ts';
import type { Say } from '../../strings/strings.ts';
import type { IconName } from '../../ui/icons.ts';
import type { Tone } from '../../ui/Tag.tsx';
import type { simulateWords } from './strings.ts';

type SaySimulate = Say<(typeof simulateWords)['book']>;

/** A status that is not an amount, as a result with its reason: how it looks and what it says. */
export interface StatusNotice {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: string;
  readonly what: string;
}

/** Undefined for a settled answer: its figures speak. */
export function noticeOf(answer: Answer, say: SaySimulate): StatusNotice | undefined {
  switch (answer.status) {
    case 'settled':
      return undefined;
    case 'open':
      return { tone: 'ochre', icon: 'open', title: say('openTitle', { count: answer.open.length }), what: say('openWhat') };
    case 'missing':
      return { tone: 'indigo', icon: 'person', title: say('missingTitle', { count: answer.missing.length }), what: say('missingWhat') };
    case 'ineligible':
      return { tone: 'plain', icon: 'blocked', title: say('ineligibleTitle'), what: say('ineligibleWhat') };
    case 'refused':
      return { tone: 'verm', icon: 'differs', title: say('refusedTitle'), what: say('refusedWhat') };
    case 'violation':
      return { tone: 'verm', icon: 'warning', title: say('violationTitle'), what: say('violationWhat') };
  }
}
