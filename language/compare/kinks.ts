/** What a law pays over the bill as straight pieces, their ends exact to the fen. */
import { divideRounded } from '../../runtime/money/rounding.ts';
import type { PayAt } from './search.ts';

export interface Vertex {
  readonly at: number;
  readonly pays: number;
}

/** top: from here on it pays no more · start: up to here it pays the same as before · jump: a step · bend: any other change of slope */
export interface Kink extends Vertex {
  readonly kind: 'top' | 'start' | 'jump' | 'bend';
}

export interface Pieces {
  /** Ends of the pieces, ascending; straight lines between them. */
  readonly points: readonly Vertex[];
  readonly kinks: readonly Kink[];
}

interface Piece {
  readonly from: Vertex;
  readonly to: Vertex;
}

/** Fen that rounding may move a place off its line. */
const NOISE = 1.6;
/** Below this length, in fen, a piece says nothing about its slope. */
const SHORT = 32;

/**
 * The pieces between 0 and the last of `places` (ascending fen), which are all looked at. `slopes` are the shares that the law names: a piece
 * that is as steep as one of them has exactly that slope, and its end is where the line itself ends, not where rounding first shows it.
 */
export function piecesOf(pay: PayAt, places: readonly number[], slopes: readonly Share[] = []): Pieces {
  const known = new Map<number, number | undefined>();
  const at = (bill: number): Vertex | undefined => {
    if (!known.has(bill)) known.set(bill, pay(bill));
    const pays = known.get(bill);
    return pays === undefined ? undefined : { at: bill, pays };
  };
  const stops = [...new Set([0, ...places])];
  const found: Piece[] = [];
  for (let index = 1; index < stops.length; index += 1) straight(at(stops[index - 1] ?? 0), at(stops[index] ?? 0), at, found);
  const pieces = joined(found);
  const kinks = pieces.slice(1).flatMap((next, index): readonly Kink[] => {
    const last = pieces[index];
    return last ? [kinkBetween(last, next, at, slopes)] : [];
  });
  const [first] = pieces;
  const end = pieces.at(-1);
  return {
    points: first && end ? [first.from, ...kinks.flatMap((kink) => cornersOf(kink, at)), end.to] : [],
    kinks,
  };
}

/**
 * Where a stretch turns into the next one, both straight: the same place that `piecesOf` finds. Undefined where there is a step, or nothing
 * is paid on one side.
 */
export function turningPoint(
  left: { readonly from: number; readonly to: number },
  right: { readonly from: number; readonly to: number },
  pay: PayAt,
  slopes: readonly Share[],
): number | undefined {
  const at = (bill: number): Vertex | undefined => {
    const pays = pay(bill);
    return pays === undefined ? undefined : { at: bill, pays };
  };
  const [a, b, c, d] = [at(left.from), at(left.to), at(right.from), at(right.to)];
  if (!a || !b || !c || !d) return undefined;
  const { at: bill, kind } = kinkBetween({ from: a, to: b }, { from: c, to: d }, at, slopes);
  return kind === 'jump' ? undefined : bill;
}

/** Both ends of a step, else the kink itself. */
const cornersOf = ({ at: bill, pays, kind }: Kink, at: (bill: number) => Vertex | undefined): readonly Vertex[] => {
  const under = kind === 'jump' ? at(bill - 1) : undefined;
  return under ? [under, { at: bill, pays }] : [{ at: bill, pays }];
};

function straight(a: Vertex | undefined, b: Vertex | undefined, at: (bill: number) => Vertex | undefined, found: Piece[]): void {
  if (!a || !b || b.at - a.at < SHORT) return;
  const middle = Math.floor((a.at + b.at) / 2);
  const inside = [middle, Math.floor((a.at + middle) / 2), Math.floor((middle + b.at) / 2), a.at + Math.floor((b.at - a.at) * 0.381)];
  if (inside.every((bill) => onLine(a, b, at(bill)))) found.push({ from: a, to: b });
  else {
    straight(a, at(middle), at, found);
    straight(at(middle), b, at, found);
  }
}

const onLine = (a: Vertex, b: Vertex, between: Vertex | undefined): boolean =>
  between !== undefined && Math.abs(between.pays - lineAt(a, b, between.at)) <= NOISE;

const lineAt = (a: Vertex, b: Vertex, bill: number): number => a.pays + ((b.pays - a.pays) * (bill - a.at)) / (b.at - a.at);

/** Neighbours on one line become one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.to.at - piece.from.at > -SHORT * 2 && collinear(last, piece)) all[all.length - 1] = { from: last.from, to: piece.to };
    else all.push(piece);
  }
  return all;
}

const collinear = (a: Piece, b: Piece): boolean => {
  const whole = { from: a.from, to: b.to };
  return onLine(whole.from, whole.to, a.to) && onLine(whole.from, whole.to, b.from);
};

/** A share that a law names. */
export interface Share {
  readonly num: number;
  readonly den: number;
}

/** The line y = (num × x + base) ÷ den, all whole numbers. */
interface Line extends Share {
  readonly base: number;
}

/** Beyond this many parts a share is too fine to be found again in whole fen. */
const FINEST = 200;

/**
 * The line of which a piece shows the rounded values; undefined when no named share fits. Over as many bills in a row as the share has parts
 * every remainder occurs once, and the largest shows how far the line lies below what is paid.
 */
function lineOf({ from, to }: Piece, at: (bill: number) => Vertex | undefined, shares: readonly Share[]): Line | undefined {
  const length = to.at - from.at;
  const steep = (to.pays - from.pays) / length;
  const share = [{ num: 0, den: 1 }, { num: 1, den: 1 }, ...shares].find(({ num, den }) => Math.abs(num / den - steep) <= 2 / length);
  if (!share || share.den > Math.min(FINEST, length)) return undefined;
  const { num, den } = share;
  let most = Number.NEGATIVE_INFINITY;
  // Away from the ends, which may reach a little over a kink.
  const start = from.at + Math.floor((length - den) / 2);
  for (let bill = start; bill < start + den; bill += 1) {
    const pays = at(bill)?.pays;
    if (pays === undefined) return undefined;
    most = Math.max(most, pays * den - num * bill);
  }
  // In parts of a fen: what is paid is less than half a fen, or just half a fen, above the line.
  return { num, den, base: Math.ceil(most - den / 2) };
}

/** Where the two lines meet, to the nearest fen. */
function meeting(left: Piece, right: Piece, at: (bill: number) => Vertex | undefined, slopes: readonly Share[]): number | undefined {
  const [a, b] = [lineOf(left, at, slopes), lineOf(right, at, slopes)];
  const bill = a && b && crossingOf(a, b);
  if (bill === undefined) return undefined;
  return bill >= left.from.at && bill <= right.to.at ? bill : undefined;
}

function kinkBetween(left: Piece, right: Piece, at: (bill: number) => Vertex | undefined, slopes: readonly Share[]): Kink {
  const [low, high] = [left.from.at, right.to.at];
  const flat = (piece: Piece): boolean => piece.from.pays === piece.to.pays;
  const first = (holds: (pays: number) => boolean, from: number, to: number): number => {
    let [no, yes] = [from, to];
    while (yes - no > 1) {
      const middle = Math.floor((no + yes) / 2);
      const pays = at(middle)?.pays;
      if (pays !== undefined && holds(pays)) yes = middle;
      else no = middle;
    }
    return yes;
  };
  const vertex = (bill: number, kind: Kink['kind']): Kink => ({ at: bill, pays: at(bill)?.pays ?? 0, kind });
  const step = lineAt(right.from, right.to, right.from.at) - lineAt(left.from, left.to, right.from.at);
  const gapped = right.from.at - left.to.at <= SHORT * 2 && Math.abs(step) > NOISE * 4 + slopeOver(left, right);
  if (gapped) {
    const limit = (lineAt(left.from, left.to, left.to.at) + right.from.pays) / 2;
    const rises = right.from.pays > left.to.pays;
    return vertex(
      first((pays) => (rises ? pays > limit : pays < limit), left.to.at, right.from.at),
      'jump',
    );
  }
  if (flat(right)) return vertex(meeting(left, right, at, slopes) ?? first((pays) => pays === right.to.pays, low, high), 'top');
  // Rounding shows the growth a fen or two after it began.
  if (flat(left)) return vertex(meeting(left, right, at, slopes) ?? first((pays) => pays !== left.from.pays, low, high) - 1, 'start');
  return vertex(meeting(left, right, at, slopes) ?? crossing(left, right), 'bend');
}

/** What the two lines may differ by over the stretch between them without a step. */
const slopeOver = (left: Piece, right: Piece): number => {
  const slope = ({ from, to }: Piece): number => Math.abs(to.pays - from.pays) / Math.max(1, to.at - from.at);
  return (slope(left) + slope(right)) * (right.from.at - left.to.at);
};

/** Where the lines through both pieces meet, to the nearest fen; where the right piece begins when they never do. */
function crossing(left: Piece, right: Piece): number {
  const through = ({ from, to }: Piece): Line => {
    const [num, den] = [to.pays - from.pays, to.at - from.at];
    return { num, den, base: from.pays * den - num * from.at };
  };
  const bill = crossingOf(through(left), through(right)) ?? right.from.at;
  return Math.min(right.to.at, Math.max(left.from.at, bill));
}

/** Whole numbers throughout: they can be larger than a binary fraction would hold. */
function crossingOf(a: Line, b: Line): number | undefined {
  const [aDen, bDen] = [BigInt(a.den), BigInt(b.den)];
  const steeper = BigInt(a.num) * bDen - BigInt(b.num) * aDen;
  const higher = BigInt(b.base) * aDen - BigInt(a.base) * bDen;
  if (steeper === 0n) return undefined;
  return Number(steeper > 0n ? divideRounded(higher, steeper, 'halfUp') : divideRounded(-higher, -steeper, 'halfUp'));
}
