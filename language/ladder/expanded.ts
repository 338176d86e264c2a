import type { TopLevel } from '../2-syntax/nodes/policy.ts';
import { type LawOnDay, type LawOptions, lawOn } from './law.ts';
export const expandedLaw = (blocks: readonly TopLevel[], policy: string, options: LawOptions): LawOnDay | undefined => lawOn(blocks, policy, options);
