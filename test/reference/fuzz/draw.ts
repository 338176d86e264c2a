/** A policy drawn at random, as text. */
import type { Dice } from './dice.ts';
import { settlementText } from './policies.ts';

export const policyText = (dice: Dice): string => settlementText(dice);
