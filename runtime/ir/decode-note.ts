import type { Decoder } from './decode.ts';
import { list, oneOf, optional, record, tagged } from './decode.ts';
import { index } from './decode-expr.ts';
import { indexes, name, source } from './decode-source.ts';
import type { CapNote, Note } from './types.ts';

type Form = Note['form'];
type FormOf<Kind extends Form['kind']> = Extract<Form, { readonly kind: Kind }>;
const limits = list(record<CapNote>({ limit: index, used: optional(index) }), 100);
type Bare = Exclude<Form['kind'], 'deductible' | 'expenseCap' | 'payable' | 'payment' | 'guarantee' | 'used' | 'allocation' | 'receiver'>;
const bare: Decoder<Form> = record<{ readonly kind: Bare }>({
  kind: oneOf(
    'definition',
    'parameter',
    'posting',
    'applies',
    'base',
    'ratio',
    'standard',
    'limit',
    'eligibility',
    'computed',
    'over',
    'copay',
    'due',
    'deferral',
    'allotment',
  ),
});
const formCases: { readonly [Kind in Form['kind']]: Decoder<Form> } = {
  definition: bare,
  parameter: bare,
  posting: bare,
  applies: bare,
  base: bare,
  ratio: bare,
  standard: bare,
  limit: bare,
  eligibility: bare,
  computed: bare,
  due: bare,
  deferral: bare,
  allotment: bare,
  over: bare,
  copay: bare,
  deductible: record<FormOf<'deductible'>>({ kind: oneOf('deductible'), base: index, standard: index, used: optional(index) }),
  expenseCap: record<FormOf<'expenseCap'>>({ kind: oneOf('expenseCap'), base: index, deductible: optional(index), limits }),
  payable: record<FormOf<'payable'>>({ kind: oneOf('payable'), base: index, ratio: optional(index), bands: optional(name) }),
  payment: record<FormOf<'payment'>>({ kind: oneOf('payment'), payable: index, limits, deductible: optional(index) }),
  guarantee: record<FormOf<'guarantee'>>({ kind: oneOf('guarantee'), floor: index, paid: indexes, layers: indexes }),
  used: record<FormOf<'used'>>({ kind: oneOf('used'), accumulator: index }),
  allocation: record<FormOf<'allocation'>>({ kind: oneOf('allocation'), of: oneOf('whole', 'available', 'sum', 'rest') }),
  receiver: record<FormOf<'receiver'>>({ kind: oneOf('receiver'), amount: index, before: indexes }),
};
/** What the explanation says about a step. */
export const note: Decoder<Note> = record<Note>({ source, citations: indexes, form: tagged<Form>('kind', formCases) });
