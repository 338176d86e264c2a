import type { SignState } from '../store/signing.ts';
import type { Tone } from './Tag.tsx';

/** The colour of how far a draft has come. */
export const SIGN_TONE: Readonly<Record<SignState, Tone>> = {
  draft: 'plain',
  sent: 'indigo',
  returned: 'ochre',
  signed: 'jade',
  changed: 'verm',
};
