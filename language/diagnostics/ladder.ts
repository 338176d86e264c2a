import type { Inherits } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, insertAt, type Pair } from './finding.ts';

const quoted = (names: readonly string[], joint: string): string => names.map((name) => `“${name}”`).join(joint);

/** From the first to the last name: where one more can be added. */
const listOf = ({ names, span }: Inherits): Span => ({
  ...span,
  start: names[0]?.span.start ?? span.end,
  end: names.at(-1)?.span.end ?? span.end,
});

/** A name as it is added to a list. */
const written = (name: string): string => (/^(?:[\p{Script=Han}·]+|[A-Za-z][A-Za-z0-9_]*)$/u.test(name) ? name : `“${name}”`);

/** Names that inherited items read, or that change them, and that the policy does not have. */
export const inheritedNeeds = (v: {
  line: Inherits;
  lacks: readonly { readonly name: string; readonly by: string; readonly how: 'reads' | 'adjusts' }[];
}): Diagnostic => {
  const names = [...new Set(v.lacks.map(({ name }) => name))];
  const [first] = v.lacks;
  const by = v.line.names.find(({ text }) => text === first?.by);
  const says: Pair =
    first?.how === 'adjusts'
      ? [`“${first.name}” 调整继承来的 “${first.by}”`, `“${first.name}” adjusts “${first.by}”, which is inherited`]
      : [
          `继承来的 “${first?.by ?? ''}” 要用到 “${first?.name ?? ''}”`,
          `“${first?.by ?? ''}”, which is inherited, is worked out with “${first?.name ?? ''}”`,
        ];
  const all: Pair = names.length > 1 ? [`；一共缺 ${quoted(names, '、')}`, `; missing in all: ${quoted(names, ', ')}`] : ['', ''];
  return finding({
    code: 'ladder/needs',
    what: [`${says[0]}，本政策没有它${all[0]}。`, `${says[1]}; this policy does not have it${all[1]}.`],
    why: [
      '继承只带来列出的名称；它所依赖的也要继承、覆盖，或在本政策里声明，才算得出同一个数。',
      'Only listed names are inherited; what they depend on must be inherited, overridden or declared here too, or the figure would differ.',
    ],
    remedy: [
      `把 ${quoted(names, '、')} 加到 继承 行，或在本政策里自己写。`,
      `Add ${quoted(names, ', ')} to the inherit line, or write them in this policy.`,
    ],
    span: by?.span ?? listOf(v.line),
    fixes: [
      insertAt('end', listOf(v.line), names.map((name) => `、${written(name)}`).join(''), [
        `继承 ${quoted(names, '、')}`,
        `Inherit ${quoted(names, ', ')}`,
      ]),
    ],
  });
};

const overrideToo = (line: Inherits, name: string): Diagnostic['fixes'][number] =>
  insertAt('end', line.overrides.at(-1)?.span ?? listOf(line), `${line.overrides.length > 0 ? '、' : ' 覆盖 '}${written(name)}`, [
    `覆盖 “${name}”`,
    `Override “${name}”`,
  ]);

/** A listed name that the policy also writes itself. */
export const notOverridden = (v: { name: string; line: Inherits; span: Span }): Diagnostic =>
  finding({
    code: 'ladder/not-overridden',
    what: [
      `“${v.name}” 从 “${v.line.from.text}” 继承，本政策又自己写了一个。`,
      `“${v.name}” is inherited from “${v.line.from.text}”, and this policy also writes its own.`,
    ],
    why: ['两个里用哪一个，要写明。', 'Which of the two holds must be written.'],
    remedy: [
      `用本政策的，在 继承 行末尾写 覆盖 ${v.name}；用上级的，删去本政策的这一条。`,
      `If this one holds, add overriding ${v.name} to the inherit line; if the inherited one, delete this.`,
    ],
    span: v.span,
    others: [{ span: v.line.span, words: ['继承 行在这里', 'the inherit line'] }],
    fixes: [overrideToo(v.line, v.name)],
  });

/** 覆盖 of a name that the policy does not write. */
export const overrideMissing = (v: { name: string; from: string; span: Span }): Diagnostic =>
  finding({
    code: 'ladder/override-missing',
    what: [`“${v.name}” 写在 覆盖 里，本政策却没有写它。`, `“${v.name}” is listed as overridden, but this policy does not write it.`],
    why: ['覆盖的意思是用本政策自己的规定代替上级的。', 'To override is to put a rule of this policy in the place of the one above.'],
    remedy: [
      `写出本政策的 “${v.name}”；沿用 “${v.from}” 的，就从 覆盖 里去掉它。`,
      `Write “${v.name}” in this policy; to keep that of “${v.from}”, take it out of the overridden names.`,
    ],
    span: v.span,
  });

/** 覆盖 of a name that the line does not list. */
export const overrideUnlisted = (v: { name: string; line: Inherits; span: Span }): Diagnostic =>
  finding({
    code: 'ladder/override-unlisted',
    what: [`“${v.name}” 写在 覆盖 里，却没有列在继承的名称里。`, `“${v.name}” is overridden but not among the inherited names.`],
    why: [
      '先列出从上级来的名称，再说其中哪些由本政策自己写。',
      'The line first lists what comes from above, then which of it this policy writes itself.',
    ],
    remedy: [`把 “${v.name}” 也加进继承的名称。`, `Add “${v.name}” to the inherited names.`],
    span: v.span,
    fixes: [insertAt('end', listOf(v.line), `、${written(v.name)}`, [`列出 “${v.name}”`, `List “${v.name}”`])],
  });

/** An override of another kind or type than what it replaces. */
export const overrideDiffers = (v: { name: string; is: Pair; was: Pair; span: Span; above: Span }): Diagnostic =>
  finding({
    code: 'ladder/override-differs',
    what: [`本政策的 “${v.name}” 是${v.is[0]}，上级的是${v.was[0]}。`, `“${v.name}” is ${v.is[1]} here and ${v.was[1]} above.`],
    why: ['读它的其他规定是照上级的那一种写的。', 'What reads it was written for the kind that stands above.'],
    remedy: [`改成${v.was[0]}，或另起一个名称。`, `Make it ${v.was[1]}, or give it another name.`],
    span: v.span,
    others: [{ span: v.above, words: ['上级的在这里', 'the one above'] }],
  });

/** An amendment of the heir that changes what it only inherits. */
export const amendsInherited = (v: { path: string; name: string; span: Span }): Diagnostic =>
  finding({
    code: 'ladder/amends-inherited',
    what: [`“${v.path}” 是继承来的，本政策的修订不能改它。`, `“${v.path}” is inherited; an amendment of this policy cannot change it.`],
    why: [
      '改上级的规定是上级的事；本政策只能改自己写的。',
      'To change a rule from above is for the one above; a policy amends what it writes itself.',
    ],
    remedy: [
      `上级改了，写成对上级政策的修订；从这一天起不再沿用，写 停止 ${v.name}，再 新增 本政策的；一开始就不同，在 继承 行写 覆盖 ${v.name}。`,
      `If it was changed above, amend the policy above; to leave it from this day, stop ${v.name} and add an own one; if it was different from the start, write overriding ${v.name} in the inherit line.`,
    ],
    span: v.span,
  });

/** A listed name that the block above has at other times, read where it is not there. */
export const lapsed = (v: { name: string; from: string; list: Span; span: Span }): Diagnostic =>
  finding({
    code: 'ladder/lapsed',
    what: [
      `“${v.from}” 不是每一天都有 “${v.name}”，本政策却一直用它。`,
      `“${v.from}” does not have “${v.name}” on every day; this policy uses it on all of them.`,
    ],
    why: [
      '上级停止、改名或还没有写它的日子里，这里算不出数。',
      'On the days on which it was stopped, renamed or not yet written above, nothing can be worked out here.',
    ],
    remedy: [
      '从那一天起用 修订 写出本政策自己的，或停止用它的规定。',
      'From that day on write an own one in an amendment, or stop the rule that uses it.',
    ],
    span: v.span,
    others: [{ span: v.list, words: ['继承 行在这里', 'the inherit line'] }],
  });

/** A finding in an inherited item that only this policy brings about. */
export const misfit = (v: { name: string; found: Diagnostic; span: Span; at: Span }): Diagnostic =>
  finding({
    code: 'ladder/misfit',
    severity: v.found.severity,
    what: [
      `继承来的 “${v.name}” 在本政策里不成立：${v.found.what.zh}`,
      `“${v.name}”, which is inherited, does not hold in this policy: ${v.found.what.en}`,
    ],
    why: [v.found.why.zh, v.found.why.en],
    remedy: [
      `覆盖 “${v.name}”，或让本政策自己写的那些与上级的合得上。`,
      `Override “${v.name}”, or make what this policy writes itself agree with the rule from above.`,
    ],
    span: v.span,
    others: [{ span: v.at, words: ['在上级文本的这里', 'here in the text above'] }],
    ...(v.found.witness ? { witness: v.found.witness } : {}),
  });

/** Policies that take names from one another. */
export const inheritRing = (v: { ring: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'ladder/ring',
    what: [`继承绕成了一圈：${v.ring.join(' → ')}。`, `The inheritance runs in a ring: ${v.ring.join(' → ')}.`],
    why: ['上级的规定不能又来自下级。', 'What stands above cannot come from below.'],
    remedy: ['去掉其中一行 继承。', 'Remove one of these inherit lines.'],
    span: v.span,
  });

/** A rule taken over before it was law, or before it was published. */
export const laterAbove = (v: { from: string; which: 'effective' | 'published'; above: string; own: string; span: Span }): Diagnostic => {
  const word: Pair = v.which === 'effective' ? ['自', 'in force'] : ['发布', 'published'];
  return finding({
    code: 'ladder/later-above',
    what: [
      `“${v.from}” 的${word[0]}是 ${v.above}，本政策的是 ${v.own}，还在它之前。`,
      `“${v.from}” is ${word[1]} only from ${v.above}; this policy takes from it from ${v.own} on.`,
    ],
    why: ['那时上级的规定还没有，说不出沿用的是什么。', 'At that time there is no rule above to be taken over.'],
    remedy: [
      '改正其中一个日子；在它之前的规定，由本政策自己写，到那天再用 修订 新增 继承。',
      'Correct one of the days; what holds before is written in this policy, and an amendment adds the inherit line from that day.',
    ],
    span: v.span,
  });
};

/** A scenario or property about a policy that nobody settles against. */
export const onlyInherited = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'ladder/only-inherited',
    what: [`“${v.name}” 只供继承，没有结算可以试。`, `“${v.name}” is there to be inherited from; nothing is settled under it.`],
    why: ['它的规定经过继承它的政策才付钱。', 'Its rules pay through the policies that take from it.'],
    remedy: ['写成对继承它的那份政策的示例或性质。', 'Write the scenario or property about a policy that takes from it.'],
    span: v.span,
  });

/** 于 after an inherited name that is no field. */
export const restatedNoField = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'ladder/restated-no-field',
    what: [`“${v.name}” 不是字段，不能写 于。`, `“${v.name}” is no field and takes no 于 (on).`],
    why: ['于 说一个字段是哪一天的情形；别的名称没有这一天。', 'It says as of which day a field holds; other names have no such day.'],
    remedy: ['去掉 于 和后面的日期字段。', 'Leave it out, with the day after it.'],
    span: v.span,
  });
