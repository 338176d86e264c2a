/** A sentence of a notice on its way to a rule, as it is carried by a drag. */
export interface CarriedSentence {
  /** Path of the document. */
  readonly document: string;
  readonly sentence: string;
}

const KIND = 'application/x-yice-sentence';

/** Puts a sentence into a drag; as plain text as well, for whatever else takes text. */
export function carry(into: DataTransfer, one: CarriedSentence): void {
  into.setData(KIND, JSON.stringify(one));
  into.setData('text/plain', one.sentence);
  into.effectAllowed = 'copy';
}

/** Whether a drag carries a sentence; which one is only known when it is dropped. */
export const carries = (from: DataTransfer): boolean => from.types.includes(KIND);

/** The sentence that was dropped. */
export function carried(from: DataTransfer): CarriedSentence | undefined {
  const text = from.getData(KIND);
  return text === '' ? undefined : (JSON.parse(text) as CarriedSentence);
}
