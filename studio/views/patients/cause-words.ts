import { moneyText } from '../../strings/money.ts';
import type { Say } from '../../strings/strings.ts';
import type { Cause } from '../../worker/protocol.ts';
import type { patientsWords } from './strings.ts';

type SayPatients = Say<(typeof patientsWords)['book']>;

/** A cause in words: what the expectation did otherwise, and the same as the one change that gives it. */
export interface CauseWords {
  readonly title: string;
  readonly change: string;
}

/** "门诊统筹.支付限额" → "门诊统筹 支付限额" */
const spoken = (address: string): string =>
  address
    .replaceAll('.', ' ')
    .replace(/\[(.*)\]$/u, ' · $1')
    .trim();

/** Says a cause. */
export function causeWords({ kind, address: given, instead = '' }: Cause, say: SayPatients): CauseWords {
  const address = spoken(given);
  const both = (title: string, change: string): CauseWords => ({ title, change });
  switch (kind) {
    case 'cap':
    case 'expenseCap':
      return both(say('causeCap', { address }), say('onlyCap', { address }));
    case 'deductible':
      return both(say('causeDeductible', { address }), say('onlyCap', { address }));
    case 'floor':
      return both(say('causeFloor', { address }), say('onlyCap', { address }));
    case 'exception':
      return both(say('causeException', { address, instead }), say('onlyException', { instead }));
    case 'exceptionForced':
      return both(say('causeForced', { instead }), say('onlyForced', { instead }));
    case 'row':
      return both(say('causeRow', { address, instead }), say('onlyRow', { address, instead }));
    case 'value': {
      const [text = '', id = ''] = instead.split(' @ ');
      const value = /^-?\d+\.\d{2}$/.test(text) ? moneyText(text) : text;
      const version = versionName(id, say);
      return both(say('causeValue', { address, version, value }), say('onlyValue', { address, version, value }));
    }
    case 'band':
      return both(say('causeBand', { instead }), say('onlyBand', { instead }));
    case 'order':
      return both(say('causeOrder'), say('onlyOrder'));
    case 'used':
    case 'accumulator':
      return both(say('causeUsed', { address }), say('onlyUsed', { address }));
    case 'rounding': {
      const rounding = roundingName(instead, say);
      return both(say('causeRounding', { instead: rounding }), say('onlyRounding', { instead: rounding }));
    }
    case 'eligibility':
      return both(say('causeEligibility', { address }), say('onlyCap', { address }));
    case 'benefit':
      return both(say('causeBenefit', { address }), say('onlyBenefit', { address }));
    case 'fact':
      return both(say('causeFact', { address, instead }), say('onlyFact', { address, instead }));
    case 'version': {
      const version = versionName(instead, say);
      return both(say('causeVersion', { version }), say('onlyVersion', { version }));
    }
    case 'alone':
      return both(say('causeAlone'), say('onlyAlone'));
  }
}

/** "2022-01-01+2023-01-01": the last amendment in force, or the policy's first day. */
function versionName(id: string, say: SayPatients): string {
  const [base = id, ...amendments] = id.split('+');
  const last = amendments.at(-1);
  return last === undefined ? say('versionNamed', { day: base }) : say('versionAmended', { day: last });
}

function roundingName(text: string, say: SayPatients): string {
  const [mode, fen] = text.split(' ');
  const unit = say(fen === '100' ? 'unitYuan' : fen === '10' ? 'unitJiao' : 'unitFen');
  return say(mode === 'down' ? 'roundDown' : mode === 'up' ? 'roundUp' : 'roundHalfUp', { unit });
}
