import { Environment } from '@marcbachmann/cel-js';
import type { Claim, Paid, Used } from './claims.ts';

const DEDUCTIBLE = `
  base < (standard > usedDeductible ? standard - usedDeductible : 0)
    ? base
    : (standard > usedDeductible ? standard - usedDeductible : 0)`.replaceAll('standard', '(retired ? 15000 : 20000)');

const PAYABLE = "((base - deductible) * ((level == '三级' ? 50 : 60) + (retired ? 10 : 0)) + 50) / 100";
const ROOM = '((retired ? 250000 : 200000) > usedFund ? (retired ? 250000 : 200000) - usedFund : 0)';
const FUND = `${PAYABLE} < ${ROOM} ? ${PAYABLE} : ${ROOM}`;

const environment = new Environment()
  .registerVariable('base', 'int')
  .registerVariable('retired', 'bool')
  .registerVariable('level', 'string')
  .registerVariable('usedDeductible', 'int')
  .registerVariable('usedFund', 'int')
  .registerVariable('deductible', 'int');

const deductibleOf = environment.parse(DEDUCTIBLE);
const fundOf = environment.parse(FUND);

/** One claim by the rule written in CEL. */
export function settleByCel(claim: Claim, used: Used): Paid {
  const facts = {
    base: BigInt(claim.inScopeFen),
    retired: claim.retired,
    level: claim.level,
    usedDeductible: BigInt(used.deductibleFen),
    usedFund: BigInt(used.fundFen),
  };
  const deductible = deductibleOf(facts);
  const fund = fundOf({ ...facts, deductible });
  return { deductibleFen: Number(deductible), fundFen: Number(fund) };
}
