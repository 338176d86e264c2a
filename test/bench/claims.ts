/**
 * The claims of the benchmark, and the rule by hand: 绵阳's outpatient pooling for employees (2023), on plain objects and whole fen.
 * It is what somebody would write who needs this one rule, fast, and nothing else: no dates, no citations, no explanation.
 */

export interface Claim {
  readonly person: string;
  readonly retired: boolean;
  readonly level: '三级' | '二级' | '一级' | '未定级' | '药店';
  /** 政策范围内, in fen. */
  readonly inScopeFen: number;
}

/** In fen. */
export interface Paid {
  readonly deductibleFen: number;
  readonly fundFen: number;
}

/** What a person has used up of the year. */
export interface Used {
  deductibleFen: number;
  fundFen: number;
}

const LEVELS = ['三级', '二级', '一级', '未定级', '药店'] as const;

/** A small generator with a seed, so that every run settles the same claims. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `persons` people with ten visits each within a year, most small, some large, in the order of arrival. */
export function makeClaims(persons: number): Claim[] {
  const next = random(20230508);
  const claims: Claim[] = [];
  for (let visit = 0; visit < 10; visit += 1) {
    for (let person = 0; person < persons; person += 1) {
      const large = next() < 0.1;
      claims.push({
        person: `P${person}`,
        retired: person % 3 === 0,
        level: LEVELS[Math.floor(next() * LEVELS.length)] ?? '三级',
        inScopeFen: 1 + Math.floor(next() * (large ? 800_000 : 60_000)),
      });
    }
  }
  return claims;
}

/** One claim by hand; half a fen goes away from zero. */
export function settleByHand(claim: Claim, used: Used): Paid {
  const standard = claim.retired ? 15_000 : 20_000;
  const percent = (claim.level === '三级' ? 50 : 60) + (claim.retired ? 10 : 0);
  const cap = claim.retired ? 250_000 : 200_000;
  const deductibleFen = Math.min(claim.inScopeFen, Math.max(0, standard - used.deductibleFen));
  const payableFen = Math.floor(((claim.inScopeFen - deductibleFen) * percent + 50) / 100);
  const fundFen = Math.min(payableFen, Math.max(0, cap - used.fundFen));
  return { deductibleFen, fundFen };
}

/** Settles a stream with a rule that keeps no ledger of its own. */
export function settleStream(claims: readonly Claim[], settle: (claim: Claim, used: Used) => Paid, into?: Paid[]): void {
  const ledger = new Map<string, Used>();
  for (const claim of claims) {
    let used = ledger.get(claim.person);
    if (!used) {
      used = { deductibleFen: 0, fundFen: 0 };
      ledger.set(claim.person, used);
    }
    const paid = settle(claim, used);
    used.deductibleFen += paid.deductibleFen;
    used.fundFen += paid.fundFen;
    into?.push(paid);
  }
}
