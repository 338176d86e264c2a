import type { Payer } from '../../runtime/ir/types.ts';

/** The payers' ramp: cold colours are funds, warm ones the patient; the same in bar, waterfall, table and report. */
export type PayerTone = 'fund' | 'fund2' | 'aid' | 'fisc' | 'acct' | 'cash' | 'hospital';

/** National interface fields of funds that are not the basic pooled fund. */
const TONES: Readonly<Record<string, PayerTone>> = {
  hifmi_pay: 'fund2',
  hifob_pay: 'fund2',
  cvlserv_pay: 'fund2',
  hifes_pay: 'fund2',
  maf_pay: 'aid',
};

/** The colour role of a payer. */
export const toneOf = (payer: Payer | undefined): PayerTone => {
  switch (payer?.of) {
    case undefined:
    case 'fund':
      return (payer?.interfaceName === undefined ? undefined : TONES[payer.interfaceName]) ?? 'fund';
    case 'commercial':
      return 'fund2';
    case 'fiscal':
      return 'fisc';
    case 'account':
      return 'acct';
    case 'person':
    case 'employer':
      return 'cash';
    case 'hospital':
      return 'hospital';
  }
};
