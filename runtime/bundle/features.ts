import type { Bundle, PolicyIr } from '../ir/types.ts';
import type { OpenEffect } from './open-points.ts';
import { openPointsOf } from './open-points.ts';

/**
 * What a consumer must understand beyond the format itself. A bundle names those that it uses; a runtime that does not know one of them
 * refuses the file, because it would settle with a part of the law left out.
 */
export type Feature =
  /** Entries of a ledger: 累计. */
  | 'accumulators'
  /** Which law holds depends on what was known on a day. */
  | 'known-days'
  /** 待定: an event that needs the value stops. */
  | 'open-points'
  /** 暂按: the answer says which assumptions it used. */
  | 'assumptions'
  /** 引用: earlier layers are settled before this policy. */
  | 'layers'
  /** 明细: lists of items beside the fields of an event. */
  | 'item-lists'
  /** 期初 追溯: events of an earlier law count too. */
  | 'retroactive-entries'
  /** 拆单 and 并单. */
  | 'split-stays'
  | 'joined-stays'
  /** 算得: fields worked out and compared with what is given. */
  | 'computed-fields'
  /** 分摊, 缓缴, 拨付 of one payment. */
  | 'shared-payments'
  | 'deferred-payments'
  | 'allotments'
  /** Entries other than the settlement of a bill. */
  | 'cash-benefits'
  | 'contributions'
  | 'clearings';

const effects = (policy: PolicyIr): readonly OpenEffect[] => openPointsOf(policy).map(({ effect }) => effect);
const postings = ({ programs }: PolicyIr) => programs.flatMap(({ steps }) => steps.flatMap(({ posting }) => posting ?? []));

const USED: Readonly<Record<Feature, (policy: PolicyIr) => boolean>> = {
  accumulators: ({ accumulators }) => accumulators.length > 0,
  'known-days': ({ timeline }) => timeline.some(({ knownFrom, knownTo }) => knownFrom !== undefined || knownTo !== undefined),
  'open-points': (policy) => effects(policy).includes('open'),
  assumptions: (policy) => effects(policy).includes('assumed'),
  layers: ({ references }) => references.length > 0,
  'item-lists': ({ lists }) => lists.length > 0,
  'retroactive-entries': ({ programs }) => programs.some(({ entries }) => entries.some(({ retroactive }) => retroactive === true)),
  'split-stays': ({ programs }) => programs.some(({ splits }) => splits.length > 0),
  'joined-stays': ({ programs }) => programs.some(({ joins }) => joins.length > 0),
  'computed-fields': ({ programs }) => programs.some(({ computed, computedItems }) => computed.length + computedItems.length > 0),
  'shared-payments': (policy) => postings(policy).some(({ shares, shareOpen }) => shares !== undefined || shareOpen !== undefined),
  'deferred-payments': (policy) => postings(policy).some(({ until }) => until !== undefined),
  allotments: (policy) => postings(policy).some(({ members }) => members !== undefined),
  'cash-benefits': ({ entry }) => entry === 'cashBenefit',
  contributions: ({ entry }) => entry === 'contribution',
  clearings: ({ entry }) => entry === 'clearing',
};

const NAMES = Object.keys(USED) as readonly Feature[];

/** Features that this runtime understands beyond the format itself. */
export const FEATURES: readonly string[] = NAMES;

/** What a bundle uses, in the order of the list above. */
export const featuresOf = ({ policies }: Bundle): readonly Feature[] => NAMES.filter((name) => policies.some(USED[name]));
