/** What is decided about a notice, as the amendment that it makes. Pure. */
import type { AmendmentDraft, DayDecision, ValueEdit } from '../../language/notice/amendment.ts';
import type { AnnualDraft, BenefitDraft, Decision } from '../store/annual.ts';
import type { AnnualReading } from '../worker/protocol.ts';

/** Reasons that stand in the rules, in the language of the rules. */
const NO_PUBLICATION = '原文未写发布日';
const NO_BEGINNING = '原文未写从哪天起执行';

/** The benefits as they are now: edited, else as found. */
export const benefitsNow = (annual: AnnualReading, draft: AnnualDraft): readonly BenefitDraft[] =>
  draft.benefits ?? annual.reading.benefits.map((benefit) => ({ ...benefit, taken: 'undecided' }));

/** The day from which the change holds: chosen, else as the notice says. */
export const effectiveOf = (annual: AnnualReading, draft: AnnualDraft): string | undefined =>
  draft.effective ?? annual.reading.effective?.day;

/** The day of publication: typed, else as the notice says. */
export const publishedOf = (annual: AnnualReading, draft: AnnualDraft): string | undefined =>
  draft.published ?? annual.reading.published?.day;

/** The day by which it was published at the latest, where the day itself is not known: typed, else that of the document. */
export const publishedByOf = (annual: AnnualReading, draft: AnnualDraft): string | undefined => draft.publishedBy ?? documentDayOf(annual);

/** The day that the document itself is of, as it says or as it is kept. */
export const documentDayOf = (annual: AnnualReading): string | undefined => annual.reading.dated?.day ?? dayOfName(annual.document);

/** Documents are kept under the day they are of: sources/2023-05-31-游仙区访谈.txt. */
const dayOfName = (path: string): string | undefined => /^\d{4}-\d{2}-\d{2}(?=-)/u.exec(path.slice(path.lastIndexOf('/') + 1))?.[0];

/** Whether nothing tells when it was published: what is published later could then not say that it comes after. */
export const publicationUnknown = (annual: AnnualReading, draft: AnnualDraft): boolean =>
  publishedOf(annual, draft) === undefined && publishedByOf(annual, draft) === undefined;

/** The sentence to cite for a number: chosen by hand, else the one around it. */
export const quoteOf = (annual: AnnualReading, draft: AnnualDraft, number: number): string => {
  const place = draft.quotes[number] ?? annual.reading.proposals[number]?.quote;
  return place ? sentenceOf(annual, place) : '';
};

/** A stretch of the notice as one line. */
const sentenceOf = (annual: AnnualReading, place: { readonly start: number; readonly end: number }): string =>
  annual.text.slice(place.start, place.end).replace(/\s*\n\s*/gu, '');

/** Sentences whose numbers were set aside by hand and that carry no rule, each once, with the reason. */
export function setAside(annual: AnnualReading, draft: AnnualDraft): readonly { readonly sentence: string; readonly why: string }[] {
  const found = new Map<string, string>();
  const rules = new Set<string>();
  for (const [number, decision] of Object.entries(draft.decisions)) {
    const sentence = quoteOf(annual, draft, Number(number));
    if (decision.kind !== 'notARule') rules.add(sentence);
    else if (sentence !== '' && !found.has(sentence)) found.set(sentence, decision.why);
  }
  return [...found].flatMap(([sentence, why]) => (rules.has(sentence) ? [] : [{ sentence, why }]));
}

/** The amendment that the decisions make. */
export function draftAmendment(annual: AnnualReading, draft: AnnualDraft): AmendmentDraft {
  const day = effectiveOf(annual, draft);
  const effective: DayDecision = day === undefined ? { kind: 'open', why: NO_BEGINNING } : { kind: 'day', day };
  const under = publishedOf(annual, draft);
  const by = publishedByOf(annual, draft);
  const published: DayDecision =
    under === undefined ? { kind: 'open', why: NO_PUBLICATION, ...(by === undefined ? {} : { by }) } : { kind: 'day', day: under };
  const decisions = Object.entries(draft.decisions).map(([number, decision]) => ({ number: Number(number), decision }));
  return {
    policy: annual.policy,
    effective,
    published,
    document: documentOf(annual),
    edits: decisions.flatMap(({ number, decision }): readonly ValueEdit[] => {
      const to = newText(decision);
      const path = 'path' in decision ? decision.path : undefined;
      const from = annual.values.find((value) => value.path === path)?.text;
      return to === undefined || path === undefined || from === undefined || to === from
        ? []
        : [{ path, from, to, quote: quoteOf(annual, draft, number) }];
    }),
    lines: [
      ...decisions.flatMap(({ number, decision }) =>
        decision.kind === 'lines' ? [{ text: decision.text, quote: quoteOf(annual, draft, number) }] : [],
      ),
      ...annual.reading.endings.flatMap((place) => {
        const path = draft.ended?.[place.start] ?? '';
        return path === '' ? [] : [{ text: `停止 ${path}`, quote: sentenceOf(annual, place) }];
      }),
    ],
    benefits: benefitsNow(annual, draft).flatMap((benefit) =>
      benefit.taken === 'yes' ? [{ benefit, quotes: benefit.parts.map(({ quote }) => sentenceOf(annual, quote)) }] : [],
    ),
  };
}

function newText(decision: Decision): string | undefined {
  switch (decision.kind) {
    case 'accept':
      return decision.text;
    case 'open':
      return `待定 “${decision.why}”`;
    case 'assume':
      return `暂按 ${decision.text} 待定 “${decision.why}”`;
    default:
      return undefined;
  }
}

/** The notice under the name by which the policy knows it; one that it does not know is declared with a new name. */
function documentOf({ document, shape }: AnnualReading): AmendmentDraft['document'] {
  const file = document.slice(document.lastIndexOf('/') + 1);
  const known = shape.documents.find((one) => one.file === file);
  if (known) return { ...known, declare: false };
  const year = /(?:19|20)\d{2}/u.exec(file)?.[0] ?? '';
  const taken = new Set([...shape.documents.map(({ alias }) => alias), ...shape.names]);
  const free = (name: string, at: number): string => {
    const tried = at === 1 ? name : `${name}${String.fromCharCode(0x2460 + at - 1)}`;
    return taken.has(tried) ? free(name, at + 1) : tried;
  };
  return { alias: free(`通知${year}`, 1), file, declare: true };
}

/** Where the amendment is written: in the place of the one left out, else in the folder's habit, under a name that is free. */
export function amendmentPath(annual: AnnualReading, draft: AnnualDraft, folder: string, files: readonly string[]): string {
  if (draft.aside !== undefined) return draft.aside;
  const day = effectiveOf(annual, draft) ?? '待定';
  const path = (number: number): string => `${folder}/amendments/${day}-年度调整${number === 1 ? '' : ` ${number}`}.yice`;
  let number = 1;
  while (files.includes(path(number))) number += 1;
  return path(number);
}
