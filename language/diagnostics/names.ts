import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { finding, insertAt, replaceWith } from './finding.ts';

const useNear = (span: Span, near: string | undefined): readonly Fix[] =>
  near ? [replaceWith(span, near, [`改为 “${near}”`, `Change it to “${near}”`])] : [];

const orNear = (near: string | undefined, zh: string, en: string): readonly [string, string] =>
  near
    ? [`如果指的是 “${near}”，改成它；否则${zh}。`, `If “${near}” is meant, write that; otherwise ${en}.`]
    : [`${zh}。`, `${en[0]?.toUpperCase() ?? ''}${en.slice(1)}.`];

/** A name that nothing in the policy declares. */
export const unknownName = (v: { name: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'names/unknown',
    what: [`没有叫 “${v.name}” 的名称。`, `Nothing is called “${v.name}”.`],
    why: ['名称要先在本政策里声明，或者写在 继承 行里。', 'A name must be declared in this policy or listed in an inherit line.'],
    remedy: NONE_SET.has(v.name)
      ? [
          '没有起付线的写 起付线 0元 每次；没有限额的不写 限额 这一行。',
          'Without a deductible write deductible 0 yuan each_visit; without a cap leave the line out.',
        ]
      : orNear(v.near, '补上它的声明，或把它加进 继承 行', 'declare it, or add it to the inherit line'),
    span: v.span,
    fixes: useNear(v.span, v.near),
  });

/** A name that the policy had until an amendment ended it. */
export const stoppedName = (v: { name: string; day: string; at: Span; span: Span }): Diagnostic =>
  finding({
    code: 'names/stopped',
    what: [`“${v.name}” 从 ${v.day} 起停止了，这里还在用。`, `“${v.name}” ends on ${v.day}, and this still uses it.`],
    why: ['停止以后的日子里没有这个名称，用到它的规则算不出数。', 'From that day on nothing has this name, and what uses it has no value.'],
    remedy: [
      '同一份修订里把这一条也停止，或用 新增 写同名的代替它。只是不再付、累计还要留着给人读的，不停止，写 新增 资格 名 : 版本日的字段 < 那一天 否则 “理由”。',
      'Stop this line in the same amendment too, or add another of the same name. Where only payment ends and the totals stay for others to read, stop nothing: add eligibility name : version day’s field < that day else “reason”.',
    ],
    span: v.span,
    others: [{ span: v.at, words: ['在这里停止', 'stopped here'] }],
  });

/** What notices say where there is none. */
const NONE_SET: ReadonlySet<string> = new Set(['不设', '不设置', '不设起付线', '没有', '不扣']);

/** A name that the vocabulary has but the policy does not list. */
export const notInherited = (v: { name: string; vocabulary: string; list: Span; span: Span }): Diagnostic =>
  finding({
    code: 'names/not-inherited',
    what: [
      `“${v.name}” 在 “${v.vocabulary}” 里，但本政策没有继承它。`,
      `“${v.name}” stands in “${v.vocabulary}”, but this policy does not inherit it.`,
    ],
    why: ['继承只带来列出的名称，不列就不带。', 'Inheritance brings only the names that are listed.'],
    remedy: ['把它加到 继承 行的末尾。', 'Add it to the end of the inherit line.'],
    span: v.span,
    others: [{ span: v.list, words: ['继承 行在这里', 'the inherit line'] }],
    fixes: [insertAt('end', v.list, `、${v.name}`, [`继承 “${v.name}”`, `Inherit “${v.name}”`])],
  });

/** Two declarations of one name. */
export const duplicateName = (v: { name: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'names/duplicate',
    what: [`“${v.name}” 声明了两次。`, `“${v.name}” is declared twice.`],
    why: [
      '一个名称只能指一样东西，否则写到它的每一处都说不清是哪一个。',
      'A name stands for one thing; otherwise every place that uses it is unclear.',
    ],
    remedy: ['删去其中一处，或给它另起一个名称。', 'Delete one of them or give it another name.'],
    span: v.span,
    others: [{ span: v.first, words: ['先在这里声明', 'declared here first'] }],
  });

/** Two different names that a reader cannot tell apart. */
export const lookAlike = (v: { name: string; other: string; span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'names/look-alike',
    what: [`“${v.name}” 与 “${v.other}” 看起来一样，却是两个名称。`, `“${v.name}” and “${v.other}” look the same but are two names.`],
    why: ['读的人分不出形近的字，会把一个当成另一个。', 'A reader cannot tell such characters apart and takes one for the other.'],
    remedy: ['给其中一个换成明显不同的名称。', 'Give one of them a clearly different name.'],
    span: v.span,
    others: [{ span: v.first, words: ['与它形近', 'looks like this one'] }],
  });

/** An enumeration that does not have this value. */
export const unknownValue = (v: {
  name: string;
  field: string;
  values: readonly string[];
  near?: string | undefined;
  span: Span;
}): Diagnostic => {
  const [, grade = '', reach = ''] = GRADES.exec(v.name) ?? [];
  const several = v.values.includes(grade);
  return finding({
    code: 'names/unknown-value',
    what: [`“${v.field}” 没有 “${v.name}” 这个取值。`, `“${v.field}” has no value “${v.name}”.`],
    why: [`它的取值是：${v.values.join('、')}。`, `Its values are: ${v.values.join(', ')}.`],
    remedy: several
      ? [
          `取值没有高低，“${reach}” 指哪几个要逐个写出来，用 、 隔开。`,
          `Values have no order: list each one that “${reach}” stands for, with 、 between them.`,
        ]
      : orNear(
          v.near,
          `从上面的取值里选，或在 “${v.field}” 的声明里补上`,
          `choose one of these, or add it to the declaration of “${v.field}”`,
        ),
    span: v.span,
    fixes: useNear(v.span, several ? undefined : v.near),
  });
};

/** 二级及以下: a value with those on one side of it. */
const GRADES = /^(.+?)((?:及其?)?(?:以上|以下))$/u;

/** An enumeration value where nothing says which enumeration is meant; `word` is 是, or 含 for a set. */
export const valueWithoutField = (v: { name: string; fields: readonly string[]; word: string; span: Span }): Diagnostic => {
  const [field = ''] = v.fields;
  const whole = `${field} ${v.word} ${v.name}`;
  return finding({
    code: 'names/value-alone',
    what: [
      `“${v.name}” 是 ${v.fields.map((f) => `“${f}”`).join('、')} 的取值，不能单独使用。`,
      `“${v.name}” is a value of ${v.fields.map((f) => `“${f}”`).join(', ')} and cannot stand alone.`,
    ],
    why: ['单写一个取值，看不出在拿谁与它比。', 'A value alone does not say what is compared with it.'],
    remedy: [`写成条件，例如 ${whole}。`, `Write a condition, such as ${whole}.`],
    span: v.span,
    fixes: v.fields.length === 1 ? [insertAt('start', v.span, `${field} ${v.word} `, [`写成 “${whole}”`, `Write “${whole}”`])] : [],
  });
};

/** The path begins with something that has no such part. */
export const noSuchPart = (v: {
  whole: string;
  part: string;
  parts: readonly string[];
  near?: string | undefined;
  span: Span;
}): Diagnostic =>
  finding({
    code: 'names/no-such-part',
    what: [`“${v.whole}” 里没有 “${v.part}”。`, `“${v.whole}” has no “${v.part}”.`],
    why:
      v.parts.length > 0
        ? [`它有：${v.parts.join('、')}。`, `It has: ${v.parts.join(', ')}.`]
        : [`“${v.whole}” 下面没有可以引用的名称。`, `“${v.whole}” has nothing below it that can be named.`],
    remedy: orNear(v.near, '从它有的名称里选', 'choose one of the names that it has'),
    span: v.span,
    fixes: useNear(v.span, v.near),
  });

/** 大病.支付, where 大病 is itself the payment. */
export const paymentItself = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'names/no-such-part',
    what: [`“${v.name}” 是一笔支付，它的名称就是付的钱。`, `“${v.name}” is a payment, and its name is the amount it pays.`],
    why: ['只有待遇的支付写成 待遇名.支付。', 'Only the payment of a benefit is written benefit.pay.'],
    remedy: [`写 “${v.name}”。`, `Write “${v.name}”.`],
    span: v.span,
    fixes: useNear(v.span, v.name),
  });

/** A name that means something else than the place asks for. */
export const wrongKind = (v: {
  name: string;
  is: readonly [string, string];
  wanted: readonly [string, string];
  near?: string | undefined;
  span: Span;
  declared?: Span | undefined;
}): Diagnostic =>
  finding({
    code: 'names/wrong-kind',
    what: [`“${v.name}” 是${v.is[0]}，这里要写${v.wanted[0]}。`, `“${v.name}” is ${v.is[1]}; this place needs ${v.wanted[1]}.`],
    why: [`只有${v.wanted[0]}在这里有意义。`, `Only ${v.wanted[1]} has a meaning here.`],
    remedy: orNear(v.near, `换成${v.wanted[0]}的名称`, `write the name of ${v.wanted[1]}`),
    span: v.span,
    others: v.declared ? [{ span: v.declared, words: ['在这里声明', 'declared here'] }] : [],
    fixes: useNear(v.span, v.near),
  });

/** A band, an accumulator or a definition with arguments used like a plain value. */
export const needsCall = (v: { name: string; how: string; span: Span }): Diagnostic =>
  finding({
    code: 'names/needs-call',
    what: [`“${v.name}” 不能直接当数用。`, `“${v.name}” is not a number by itself.`],
    why: ['它要先给出所算的对象，才有一个值。', 'It has a value only once it is told what to work on.'],
    remedy: [`写成 ${v.how}。`, `Write ${v.how}.`],
    span: v.span,
    fixes: [],
  });

/** One row of a table read by a formula. */
export const rowInFormula = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'names/row-in-formula',
    what: [`式子里不能写 “${v.name}” 的某一行。`, `A formula cannot name one row of “${v.name}”.`],
    why: [
      '表按就诊的情况自己选行；方括号只用于 修订、例外 和 设。',
      'A table chooses its row by the visit; square brackets are for amendments, exceptions and suppose.',
    ],
    remedy: ['去掉方括号，或为这个数单写一条定义。', 'Remove the brackets, or give that figure a definition of its own.'],
    span: v.span,
  });

/** Something called with brackets that takes none. */
export const notCallable = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'names/not-callable',
    what: [`“${v.name}” 后面不能带括号。`, `“${v.name}” takes no brackets.`],
    why: ['只有带参数的定义和内置算法才写括号。', 'Only definitions with arguments and built-in functions are written with brackets.'],
    remedy: ['去掉括号和其中的内容。', 'Remove the brackets and what is in them.'],
    span: v.span,
  });

/** Definitions that need one another. */
export const cycle = (v: { ring: readonly { name: string; span: Span }[]; takesPersonal?: boolean }): Diagnostic => {
  const first = v.ring[0];
  const names = [...v.ring, ...(first ? [first] : [])].map((one) => one.name);
  return finding({
    code: 'names/cycle',
    what: [`这些定义互相依赖，绕成了一圈：${names.join(' → ')}。`, `These definitions need one another in a ring: ${names.join(' → ')}.`],
    why: ['绕成一圈就没有先算哪一个的顺序。', 'In a ring there is none that can be worked out first.'],
    remedy: v.takesPersonal
      ? [
          '个人 要等各基金都付完才有；付钱的式子里写 余(政策范围内, 经 前面的支付)。',
          'What the person bears is known only when every fund has paid; in a payment write remaining(政策范围内, after the earlier payments).',
        ]
      : [
          '改写其中一个，让它不再用到后面的名称；要用以前的金额，写 已累计(…)。',
          'Rewrite one so that it no longer needs the next; for amounts of earlier visits write accumulated(…).',
        ],
    span: first?.span ?? { file: '', start: 0, end: 0 },
    others: v.ring.slice(1).map((one) => ({ span: one.span, words: [`${one.name} 在这里`, `${one.name} is here`] as const })),
  });
};

/** The block named by 继承 is not in the workspace. */
export const unknownVocabulary = (v: { name: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'names/unknown-vocabulary',
    what: [`没有叫 “${v.name}” 的词汇或政策。`, `There is no vocabulary or policy called “${v.name}”.`],
    why: ['继承的名称要从打开的词汇或政策里取。', 'Inherited names are taken from a vocabulary or policy that is open.'],
    remedy: orNear(v.near, '把那份文本加进来', 'add that text to the files'),
    span: v.span,
    fixes: v.near ? [replaceWith(v.span, `“${v.near}”`, [`改为 “${v.near}”`, `Change it to “${v.near}”`])] : [],
  });

/** 修订, 示例 or 性质 about a policy that is not there. */
export const unknownPolicy = (v: { name: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'names/unknown-policy',
    what: [`没有叫 “${v.name}” 的政策。`, `There is no policy called “${v.name}”.`],
    why: ['修订、示例、性质都要说清是对哪一份政策的。', 'An amendment, scenario or property must say which policy it is about.'],
    remedy: orNear(v.near, '把那份政策加进来', 'add that policy to the files'),
    span: v.span,
    fixes: v.near ? [replaceWith(v.span, `“${v.near}”`, [`改为 “${v.near}”`, `Change it to “${v.near}”`])] : [],
  });

/** A name in 继承 that the block above lacks. */
export const unknownInherited = (v: { name: string; vocabulary: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'names/unknown-inherited',
    what: [`“${v.vocabulary}” 里没有 “${v.name}”。`, `“${v.vocabulary}” has no “${v.name}”.`],
    why: ['只能继承那里有的名称。', 'Only names that stand there can be inherited.'],
    remedy: orNear(v.near, '在本政策里自己声明它', 'declare it in this policy'),
    span: v.span,
    fixes: useNear(v.span, v.near),
  });

/** A part of the bill listed in 继承: it comes with the total. */
export const inheritedPart = (v: { name: string; total: string; span: Span }): Diagnostic =>
  finding({
    code: 'names/inherited-part',
    what: [`“${v.name}” 是 “${v.total}” 的一部分，不能单独继承。`, `“${v.name}” is a part of “${v.total}” and cannot be inherited alone.`],
    why: ['各部分加起来等于总额，缺一部分就对不上。', 'The parts add up to the total; with one missing they do not.'],
    remedy: [`改为继承 “${v.total}”，它带来全部各部分。`, `Inherit “${v.total}”, which brings all its parts.`],
    span: v.span,
    fixes: [replaceWith(v.span, v.total, [`改为继承 “${v.total}”`, `Inherit “${v.total}” instead`])],
  });

const YES_OR_NO: ReadonlySet<string> = new Set(['是否', '是非', '真假', '有无', '布尔值', '布尔型']);

/** The enumeration whose values a type takes is not a field. */
export const unknownEnumeration = (v: { name: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'names/unknown-enumeration',
    what: [`没有叫 “${v.name}” 的枚举字段。`, `No enumeration field is called “${v.name}”.`],
    why: ['取值要么在大括号里列出，要么取自另一个枚举字段。', 'Values are listed in braces or taken from another enumeration field.'],
    remedy: YES_OR_NO.has(v.name)
      ? ['是或不是的写 布尔。', 'What is so or not so is boolean.']
      : orNear(v.near, '写成 枚举 { 甲、乙 }', 'write one_of { a, b }'),
    span: v.span,
    fixes: [
      ...useNear(v.span, v.near),
      ...(YES_OR_NO.has(v.name) ? [replaceWith(v.span, '布尔', ['改为 布尔', 'Change it to boolean'])] : []),
    ],
  });
