import type { Span } from '../../2-syntax/node.ts';
import type { Benefit, BenefitLine } from '../../2-syntax/nodes/benefit.ts';
import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { lineTwice } from '../../diagnostics/forms.ts';

type Line<Kind extends BenefitLine['kind']> = Extract<BenefitLine, { readonly kind: Kind }>;

/** The lines of one 待遇 by kind, each with the quotes that stand before it. */
export interface Lines {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly applies?: Line<'applies'> | undefined;
  readonly base?: Line<'base'> | undefined;
  readonly deductible?: Line<'deductible'> | undefined;
  readonly ratio?: Line<'ratio'> | undefined;
  readonly byBands?: Line<'byBands'> | undefined;
  readonly ratioFirst?: Line<'ratioFirst'> | undefined;
  readonly posting?: Line<'posting'> | undefined;
  readonly caps: readonly Line<'cap'>[];
  readonly eligibility: readonly Line<'eligibility'>[];
  readonly waiting: readonly Line<'waitingPeriod'>[];
  readonly tilts: readonly Line<'tilt'>[];
  /** A 出处 holds for the lines after it, up to the next 出处. */
  readonly citationsOf: (line: BenefitLine) => readonly Citation[];
  /** Where a missing line can be added. */
  readonly last?: Span | undefined;
}

const wordOf = {
  applies: '适用',
  base: '基数',
  deductible: '起付线',
  ratio: '报销比例',
  byBands: '分段',
  ratioFirst: '次序',
  posting: '支付',
} as const;

type Single = keyof typeof wordOf;

/** Sorts the lines of a benefit; a second line of a kind that may stand once is reported and left out. */
export function readLines(
  benefit: Benefit,
  before: readonly Citation[],
): { readonly lines: Lines; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const quotes = new Map<BenefitLine, readonly Citation[]>();
  let inForce: readonly Citation[] = before;
  let previous: BenefitLine | undefined;
  for (const line of benefit.lines) {
    if (line.kind === 'citation') inForce = previous?.kind === 'citation' ? [...inForce, line] : [line];
    else quotes.set(line, inForce);
    previous = line;
  }
  const all = <Kind extends BenefitLine['kind']>(kind: Kind): readonly Line<Kind>[] =>
    benefit.lines.filter((line): line is Line<Kind> => line.kind === kind);
  const single = <Kind extends Single>(kind: Kind): Line<Kind> | undefined => {
    const [first, ...more]: readonly BenefitLine[] = all(kind);
    for (const again of first ? more : []) {
      diagnostics.push(lineTwice({ line: wordOf[kind], benefit: benefit.name.text, span: again.span, first: first?.span ?? again.span }));
    }
    return all(kind)[0];
  };
  const lines: Lines = {
    name: benefit.name.text,
    span: benefit.span,
    nameSpan: benefit.name.span,
    applies: single('applies'),
    base: single('base'),
    deductible: single('deductible'),
    ratio: single('ratio'),
    byBands: single('byBands'),
    ratioFirst: single('ratioFirst'),
    posting: single('posting'),
    caps: all('cap'),
    eligibility: all('eligibility'),
    waiting: all('waitingPeriod'),
    tilts: all('tilt'),
    citationsOf: (line) => quotes.get(line) ?? [],
    last: benefit.lines.at(-1)?.span,
  };
  return { lines, diagnostics };
}
