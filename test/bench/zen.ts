import { ZenEngine } from '@gorules/zen-engine';
import type { Claim, Paid, Used } from './claims.ts';

const table = {
  id: 'table',
  name: 'table',
  type: 'decisionTableNode',
  content: {
    hitPolicy: 'first',
    passThrough: true,
    inputs: [
      { id: 'level', name: 'level', field: 'level' },
      { id: 'retired', name: 'retired', field: 'retired' },
    ],
    outputs: [
      { id: 'standard', name: 'standard', field: 'standard' },
      { id: 'percent', name: 'percent', field: 'percent' },
      { id: 'cap', name: 'cap', field: 'cap' },
    ],
    rules: [
      { _id: '1', level: '"三级"', retired: 'false', standard: '20000', percent: '50', cap: '200000' },
      { _id: '2', level: '"三级"', retired: 'true', standard: '15000', percent: '60', cap: '250000' },
      { _id: '3', level: '', retired: 'false', standard: '20000', percent: '60', cap: '200000' },
      { _id: '4', level: '', retired: 'true', standard: '15000', percent: '70', cap: '250000' },
    ],
  },
};

const amounts = {
  id: 'amounts',
  name: 'amounts',
  type: 'expressionNode',
  content: {
    passThrough: false,
    expressions: [
      { id: 'a', key: 'deductible', value: 'min([base, max([0, standard - usedDeductible])])' },
      { id: 'b', key: 'fund', value: 'min([floor(((base - $.deductible) * percent + 50) / 100), max([0, cap - usedFund])])' },
    ],
  },
};

const graph = {
  nodes: [{ id: 'in', name: 'in', type: 'inputNode' }, table, amounts, { id: 'out', name: 'out', type: 'outputNode' }],
  edges: [
    { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: 'e2', sourceId: 'table', targetId: 'amounts', type: 'edge' },
    { id: 'e3', sourceId: 'amounts', targetId: 'out', type: 'edge' },
  ],
};

const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));

/** One claim by the rule written as a decision graph. */
export async function settleByZen(claim: Claim, used: Used): Promise<Paid> {
  const { result } = await decision.evaluate({
    base: claim.inScopeFen,
    level: claim.level,
    retired: claim.retired,
    usedDeductible: used.deductibleFen,
    usedFund: used.fundFen,
  });
  return { deductibleFen: Number(result.deductible), fundFen: Number(result.fund) };
}

/** The same stream as `settleStream`, for an engine that answers later. */
export async function settleStreamByZen(claims: readonly Claim[], into?: Paid[]): Promise<void> {
  const ledger = new Map<string, Used>();
  for (const claim of claims) {
    let used = ledger.get(claim.person);
    if (!used) {
      used = { deductibleFen: 0, fundFen: 0 };
      ledger.set(claim.person, used);
    }
    const paid = await settleByZen(claim, used);
    used.deductibleFen += paid.deductibleFen;
    used.fundFen += paid.fundFen;
    into?.push(paid);
  }
}
