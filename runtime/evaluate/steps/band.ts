import type { Expr } from '../../ir/types.ts';
import { bandsCross } from '../faults.ts';
import { faultGap, Gap, gapsOf } from '../gap.ts';
import type { Run, Site } from '../site.ts';

/**
 * F(a 至 b): the bands cut the line at their bounds, the first without a lower end, the last without an upper one. Each overlap of a band with
 * the stretch from a to b counts with the band's ratio; a stretch that runs backwards counts negative. Ratios of bands that the stretch does
 * not touch are not looked at. Bounds that come from tables may meet, which leaves a band empty; where they cross there is no answer, because
 * stretches would count twice.
 */
export function compileBands({ name, bounds, ratios, from, to }: Extract<Expr, { readonly op: 'bands' }>, { compile }: Site): Run {
  const start = compile(from);
  const end = compile(to);
  const cuts = bounds.map(compile);
  const shares = ratios.map(compile);
  return (state) => {
    const a = start(state);
    const b = end(state);
    const at = cuts.map((cut) => cut(state));
    if (typeof a !== 'bigint' || typeof b !== 'bigint' || at.some((cut) => cut instanceof Gap)) return gapsOf(a, b, ...at);
    if (at.some((cut, index) => index > 0 && cut < (at[index - 1] ?? cut))) return faultGap(bandsCross(name));
    const [low, high] = a <= b ? [a, b] : [b, a];
    let sum = 0n;
    let gap: Gap | undefined;
    for (let band = 0; band < shares.length; band++) {
      const below = at[band - 1];
      const above = at[band];
      const bottom = typeof below === 'bigint' && below > low ? below : low;
      const top = typeof above === 'bigint' && above < high ? above : high;
      if (top <= bottom) continue;
      const share = (shares[band] as Run)(state);
      if (typeof share === 'bigint') sum += (top - bottom) * share;
      else gap = gap ? gapsOf(gap, share) : gapsOf(share);
    }
    return gap ?? (a <= b ? sum : -sum);
  };
}
