/** Settles a stream by both, and says where they part. */
import type { Answer } from '../../../runtime/index.ts';
import { cellsOf, emptyLedger, settle } from '../../../runtime/index.ts';
import { hit } from '../hits.ts';
import { fraction } from '../number.ts';
import type { Event, Said } from '../walk.ts';
import { Unread, Walk } from '../walk.ts';
import type { Worth } from '../worth.ts';
import { Gap, isNumber, textOf } from '../worth.ts';
import { cellText, encounterOf, saidOf } from './json.ts';
import type { Subject } from './subject.ts';

/** Where the two part: at which event, what each says, and about what. */
export interface Mismatch {
  readonly events: readonly Event[];
  readonly about: string;
  readonly product: unknown;
  readonly reference: unknown;
}

export interface Stretch {
  readonly cases: number;
  /** How many came to a payment above 0. */
  readonly paid: number;
  readonly mismatch?: Mismatch;
  /** The reference does not read this policy. */
  readonly unread?: string;
}

/** Settles what `next` draws, event by event, until it draws nothing. `held`: amounts that the cells hold, in fen. */
export function settleBoth(subject: Subject, next: (held: readonly bigint[], standing: ReadonlySet<string>) => Event | undefined): Stretch {
  const events: Event[] = [];
  let cases = 0;
  let paid = 0;
  try {
    const walk = new Walk(subject.policy, subject.layers);
    let ledger = emptyLedger();
    for (let event = next([], new Set()); event; event = next(fenHeld(walk), walk.standing())) {
      events.push(event);
      const settled = settle(subject.loaded, encounterOf(subject, event), ledger, {
        explain: false,
        ...(event.knownOn ? { knownOn: textOf(event.knownOn) } : {}),
      });
      ledger = settled.ledger;
      const product = saidOf(settled.answer, subject);
      const reference = walk.settle(event);
      cases += 1;
      hit(`status ${product.status}`);
      for (const name of reference.missing) hit(`missing ${name}`);
      if (event.kind !== 'settle') hit(event.kind);
      if (settled.answer.postings.some(({ amount }) => !/^[-0.]*$/u.test(amount))) paid += 1;
      const about = difference(product, reference, subject) ?? amountsApart(settled.answer, walk);
      if (about !== undefined)
        return {
          cases,
          paid,
          mismatch: {
            events,
            about,
            product: { ...product, problems: settled.answer.problems.map(({ zh }) => zh), amounts: settled.answer.amounts },
            reference,
          },
        };
    }
    // What looks back is written when an event first asks for it.
    const back = new Set(
      subject.policy.versions.flatMap(({ entries }) => entries.flatMap((one) => (one.retroactive ? [one.accumulator] : []))),
    );
    const shown = (cell: string): boolean => !back.has(cell.split(' / ')[1] ?? '');
    const cells = [cellsOf(ledger).map(cellText).filter(shown).sort(), walk.cells().filter(shown).toSorted()] as const;
    if (cells[0].join('\n') !== cells[1].join('\n'))
      return { cases, paid, mismatch: { events, about: 'cells', product: cells[0], reference: cells[1] } };
    return { cases, paid };
  } catch (error) {
    if (error instanceof Unread) return { cases, paid, unread: String(error.stack) };
    throw error;
  }
}

const fenHeld = (walk: Walk): readonly bigint[] => walk.held().map(({ over, under }) => (over * 100n) / under);

/** A stay that an earlier change left as it was is told only by whoever looks at it again. */
const told = (revisions: readonly string[]): string => revisions.filter((one) => !one.endsWith(' unsettled')).join('\n');

function difference(product: Said, reference: Said, { layers }: Subject): string | undefined {
  if (product.status !== reference.status) return 'status';
  // Over several layers the product also names parts that an earlier layer worked out: known, see README.md.
  const compared = layers.length > 0 ? (['money', 'reasons'] as const) : (['money', 'reasons', 'missing'] as const);
  for (const name of compared) if (product[name].join('\n') !== reference[name].join('\n')) return name;
  return told(product.revisions) === told(reference.revisions) ? undefined : 'revisions';
}

/** Named amounts of a settled answer against what the reference works out under the same names. */
function amountsApart({ status, amounts }: Answer, walk: Walk): string | undefined {
  const own = walk.last?.layers.at(-1);
  if (status !== 'settled' || !own?.asked || own.excluded) return undefined;
  for (const [address, yuan] of Object.entries(amounts)) {
    if (!own.known.has(address)) continue;
    const worth: Worth = own.asked.definition(address);
    if (worth instanceof Gap || !isNumber(worth)) continue;
    if (textOf(worth) !== textOf(fraction(BigInt(yuan.replace('.', '')), 100n))) return `amount ${address}: ${yuan} ${textOf(worth)}`;
  }
  return undefined;
}
