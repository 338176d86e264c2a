/** A policy drawn at random, as text. */
import type { Dice } from './dice.ts';
import { cashBenefitText, clearingText, contributionText } from './entries.ts';
import { settlementText } from './policies.ts';
import { stayText } from './stays.ts';

export function policyText(dice: Dice): string {
  const roll = dice.below(20);
  if (roll === 0) return cashBenefitText(dice);
  if (roll === 1) return contributionText(dice);
  if (roll === 2) return clearingText(dice);
  return roll < 6 ? stayText(dice) : settlementText(dice);
}
