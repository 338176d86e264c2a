/** 分配: what an item of a receiving list is given, and the shares of a sum that several payers pay. */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Path } from '../2-syntax/nodes/span.ts';
import { keyKind } from '../diagnostics/accumulators.ts';
import { itselfInLimit, shareNotFen, shareOfOther, shareWithoutPayer } from '../diagnostics/allocations.ts';
import type { Expr } from '../model/types.ts';
import { isKey } from './accumulator.ts';
import { expect, infer } from './expression.ts';
import { WHOLE } from './forms/allocation.ts';
import type { Allots, CorePosting } from './forms/core.ts';
import { withItem } from './items.ts';
import { addressOf, expectEntity, find } from './names.ts';
import type { Law, Site } from './site.ts';
import { inside, siteAt } from './site.ts';
import { bool, fen, money, typeWords } from './types.ts';

type Share = Extract<Expr, { readonly kind: 'allotted' }>;

/** Per receiving list what its items are given; a list met while it is worked out reads itself. */
const known = new WeakMap<Allots, Share | 'working' | 'refused'>();

/** What an item is given, as read from outside any fold; undefined when it has a finding. */
export function checkShare(allots: Allots, list: string, address: string, law: Law): Share | undefined {
  const found = known.get(allots);
  if (found === 'working') law.report(itselfInLimit({ name: address, span: (allots.limit ?? allots.together?.limit ?? allots.left).span }));
  if (found) return typeof found === 'string' ? undefined : found;
  known.set(allots, 'working');
  const site = siteAt(law, address, []);
  const within = withItem(allots.item, { kind: 'reference', path: allots.list, span: allots.list.span }, site);
  const amount = expect(allots.left, inside(site), money);
  const own = within && allots.limit && expect(allots.limit, within.site, money);
  const most = within && allots.together && expect(allots.together.limit, within.site, money);
  const keys = within && allots.together?.keys.map((key) => keyOf(key, within.site));
  const limit = allots.limit ? own : most;
  const guard = allots.guard && within && expect(allots.guard, within.site, bool);
  if (!amount || !limit || (allots.together && !most) || keys?.includes(undefined) || (allots.guard && !guard)) {
    known.set(allots, 'refused');
    return undefined;
  }
  const share: Share = {
    kind: 'allotted',
    level: 0,
    list,
    amount,
    limit,
    ...(guard ? { guard } : {}),
    ...(most && keys ? { together: { keys: keys.flatMap((key) => key ?? []), limit: most } } : {}),
    type: [amount, limit, ...(most ? [most] : [])].every(({ type }) => type.kind === 'fen') ? fen : money,
    span: limit.span,
  };
  known.set(allots, share);
  return share;
}

/** A key by which items share a limit. */
function keyOf(key: Expression, site: Site): Expr | undefined {
  const value = infer(key, site);
  if (value && !isKey(value.type)) site.law.report(keyKind({ is: typeWords(value.type), span: key.span }));
  return value && isKey(value.type) ? value : undefined;
}

/** 由 甲、乙 分摊 d: per payer the address of its share. d gives out this very payment, to receivers by the names of the payers. */
export function checkShared(node: CorePosting, path: Path, law: Law): readonly string[] | undefined {
  const name = addressOf(path);
  const owner = expectEntity(law.names, path, ['allocation'], ['一项分配', 'an allocation'], law.report);
  const whole = owner && find(law.names, `${owner.name}.${WHOLE}`);
  if (!owner || whole?.kind !== 'made') return undefined;
  law.symbols.referPath(path, owner);
  const amount = whole.node.value;
  if (amount.kind !== 'reference' || find(law.names, addressOf(amount.path))?.name !== node.address) {
    law.report(shareOfOther({ name, posting: node.address, span: path.span, at: amount.span }));
    return undefined;
  }
  const payers = 'kind' in node.by ? [] : node.by;
  const receivers = [...law.names.entities.values()].flatMap((one) =>
    one.kind === 'made' && one.node.form.kind === 'receiver' && one.name.startsWith(`${name}.`) ? [one] : [],
  );
  const own = (receiver: string): string => receiver.slice(name.length + 1);
  const extra = receivers.find((one) => !payers.some((payer) => payer.text === own(one.name)));
  const lacking = payers.find((payer) => !receivers.some((one) => own(one.name) === payer.text));
  if (extra || lacking) {
    law.report(
      shareWithoutPayer({
        name,
        payers: payers.map((payer) => payer.text),
        receivers: receivers.map((one) => own(one.name)),
        span: extra?.span ?? path.span,
      }),
    );
    return undefined;
  }
  const shares = payers.map((payer) => `${name}.${payer.text}`);
  for (const share of shares) {
    const type = law.typeOf(share);
    if (!type) return undefined;
    if (type.kind === 'fen') continue;
    law.report(shareNotFen({ name: share, is: typeWords(type), span: find(law.names, share)?.span ?? path.span }));
    return undefined;
  }
  return shares;
}
