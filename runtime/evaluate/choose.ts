import type { EncounterInput, Problem } from '../answer.ts';
import { nearest } from '../encounter/nearest.ts';
import { quoted } from '../encounter/problems.ts';
import type { CompiledPolicy } from './program.ts';

/** A bundle made ready: its policies, and the digest by which answers name it. */
export interface PolicyBundle {
  readonly digest: string;
  readonly policies: readonly CompiledPolicy[];
}

/** The policy an event comes under: the one named, else the one of the scheme named, else the only one; of layers the last. */
export function choosePolicy(
  { policies }: PolicyBundle,
  { policy, scheme }: EncounterInput,
  asked: string | undefined,
): CompiledPolicy | Problem {
  const named: unknown = asked ?? policy;
  if (named !== undefined) return policies.find(({ ir }) => ir.id === named) ?? notFound(quoted(named), policies);
  const among = scheme === undefined ? policies : policies.filter(({ ir }) => ir.scheme === scheme);
  // Several that refer to one another are the layers of one settlement: the last of them is meant.
  const only = lastLayer(among);
  if (only) return only;
  return among.length === 0 ? noScheme(quoted(scheme), policies) : ambiguous(among);
}

/** The policy among several that refers, through others or not, to all the rest. */
const lastLayer = (among: readonly CompiledPolicy[]): CompiledPolicy | undefined =>
  among.find((policy) => among.every((one) => one === policy || policy.layers.includes(one)));

const ids = (policies: readonly CompiledPolicy[]): readonly string[] => policies.map(({ ir }) => ir.id);

function notFound(name: string, policies: readonly CompiledPolicy[]): Problem {
  const near = nearest(name, ids(policies));
  return {
    code: 'noPolicy',
    zh: `这个包里没有政策“${name}”。${near ? `最接近的是“${near}”。` : `有: ${ids(policies).join('、')}。`}`,
    en: `This bundle has no policy “${name}”. ${near ? `The nearest is “${near}”.` : `It has: ${ids(policies).join(', ')}.`}`,
  };
}

const noScheme = (scheme: string, policies: readonly CompiledPolicy[]): Problem => ({
  code: 'noPolicy',
  zh: `这个包里没有险种“${scheme}”的政策。有: ${ids(policies).join('、')}。`,
  en: `This bundle has no policy for the scheme “${scheme}”. It has: ${ids(policies).join(', ')}.`,
});

const ambiguous = (policies: readonly CompiledPolicy[]): Problem => ({
  code: 'noPolicy',
  zh: `适用的政策不止一个: ${ids(policies).join('、')}。在 policy 里写明用哪一个。`,
  en: `More than one policy may apply: ${ids(policies).join(', ')}. Name the one to use in “policy”.`,
});
