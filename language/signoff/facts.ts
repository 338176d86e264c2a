import type { LoadedBundle } from '../../runtime/index.ts';
import { openPointsOf } from '../../runtime/index.ts';
import type { SignedPoint } from './record.ts';

/** What a bundle leaves open or assumes, policy after policy, without lines yet; what touches no amount is left out. Each address once. */
export const pointsToSign = ({ ir }: LoadedBundle): readonly SignedPoint[] =>
  ir.policies.flatMap((policy) => {
    const points = openPointsOf(policy).flatMap(({ point, effect }): SignedPoint[] =>
      effect === 'noted' ? [] : [{ policy: policy.id, address: point.address, how: effect, reason: point.reason, line: '' }],
    );
    return points.filter((one, index) => points.findIndex(({ address }) => address === one.address) === index);
  });
