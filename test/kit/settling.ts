/** Settling in tests: streams, and the value of one expression. */
import type { Answer, EncounterInput } from '../../runtime/answer.ts';
import { readFields } from '../../runtime/encounter/read.ts';
import type { Result } from '../../runtime/evaluate/gap.ts';
import { Gap, missingGap } from '../../runtime/evaluate/gap.ts';
import { compilePolicy } from '../../runtime/evaluate/program.ts';
import { runVersion } from '../../runtime/evaluate/run.ts';
import type { Ledger, LoadedBundle, SettleOptions } from '../../runtime/index.ts';
import { emptyLedger, settle } from '../../runtime/index.ts';
import type { Expr, IrType } from '../../runtime/ir/types.ts';
import type { PolicyDraft } from './ir.ts';

/** Settles a stream in order. */
export function settleAll(
  bundle: LoadedBundle,
  encounters: readonly EncounterInput[],
  from: Ledger = emptyLedger(),
  options: SettleOptions = {},
) {
  let ledger = from;
  const answers = encounters.map((encounter): Answer => {
    const settled = settle(bundle, encounter, ledger, options);
    ledger = settled.ledger;
    return settled.answer;
  });
  return { answers, ledger };
}

/** Settles one event against nothing. */
export const settleOne = (bundle: LoadedBundle, encounter: EncounterInput, options: SettleOptions = {}): Answer =>
  settle(bundle, encounter, emptyLedger(), options).answer;

/** A voiding event. */
export const reversal = (of: string, id = `撤销-${of}`): EncounterInput => ({ id, kind: 'reverse', of, fields: {} });

/** The value of an expression for an event with these fields; the draft gets a step for it. */
export function valueIn(draft: PolicyDraft, expr: Expr, type: IrType, fields: Readonly<Record<string, unknown>> = {}): Result {
  const address = `值${draft.code().steps.length}`;
  draft.step(address, type, expr);
  const policy = compilePolicy(draft.finish());
  const read = readFields(policy.reader, fields);
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
  const inputs = read.inputs.map((value, index): Result => value ?? missingGap(policy.ir.inputs[index]?.name ?? ''));
  const { state } = runVersion(
    policy.version(0),
    { policy, inputs, lists: [], ledger: emptyLedger(), before: Infinity, supposed: undefined, also: [], relied: [] },
    undefined,
  );
  const value = state?.step(draft.stepAt(address));
  return value === undefined ? new Gap([], []) : value;
}

/** What a gap says, in the terms of the draft. */
export const gapOf = (value: Result) =>
  value instanceof Gap
    ? {
        open: value.open.map(({ reason }) => reason),
        missing: value.missing,
        faults: value.faults.map(({ code }) => code),
      }
    : undefined;
