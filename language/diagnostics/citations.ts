import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, replaceWith } from './finding.ts';

/** 出处 with an alias that no 依据 declares. */
export const unknownDocument = (v: { alias: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'citations/unknown-document',
    what: [`没有叫 “${v.alias}” 的依据。`, `No document is called “${v.alias}”.`],
    why: ['出处 引用的文件要先用 依据 写明。', 'A document that 出处 cites is declared by 依据.'],
    remedy: v.near
      ? [`如果指的是 “${v.near}”，改成它。`, `If “${v.near}” is meant, write that.`]
      : [`补一行 依据 ${v.alias} = 文件 “文件名”。`, `Add a line 依据 ${v.alias} = 文件 “file name”.`],
    span: v.span,
    fixes: v.near ? [replaceWith(v.span, v.near, [`改为 “${v.near}”`, `Change it to “${v.near}”`])] : [],
  });

/** 依据 names a file that is not among the documents. */
export const documentMissing = (v: { file: string; span: Span }): Diagnostic =>
  finding({
    code: 'citations/document-missing',
    severity: 'warning',
    what: [`没有找到文件 “${v.file}”。`, `The file “${v.file}” is not here.`],
    why: ['没有原文，引用的句子就没法核对。', 'Without it the quoted sentences cannot be checked.'],
    remedy: [
      '把原文放进本地区的 sources 文件夹，或改正文件名。',
      'Put the text into the folder sources of this area, or correct the name.',
    ],
    span: v.span,
  });

/** 出处 without a sentence. */
export const noQuote = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'citations/no-quote',
    what: ['出处 只写了文件，没有引原句。', '出处 names a document but quotes no sentence.'],
    why: ['要能一句一句对着原文核，才叫有出处。', 'A rule is cited when it can be held to the sentence it comes from.'],
    remedy: ['在文件名后面用 “ ” 引上原句。', 'After the document write the sentence in “ ”.'],
    span: v.span,
  });

/** A quote that the document does not contain. `same` is how far it agrees, `there` what the document says from there. */
export const quoteNotFound = (v: {
  document: string;
  same: string;
  here: string;
  there: string;
  sentence: string;
  span: Span;
}): Diagnostic =>
  finding({
    code: 'citations/quote-not-found',
    what:
      v.same === ''
        ? [`“${v.document}” 里没有这一句。`, `“${v.document}” does not contain this sentence.`]
        : [
            `“${v.document}” 里没有这一句：到 “${v.same}” 为止相同，接着这里是 “${v.here}”，原文是 “${v.there}”。`,
            `“${v.document}” does not contain this sentence: it agrees up to “${v.same}”, then here is “${v.here}”, there “${v.there}”.`,
          ],
    why: [
      '引文只忽略空格和全角半角的差别，别的字都要一样。',
      'Only spaces and full or half width may differ; every other character must agree.',
    ],
    remedy:
      v.sentence === ''
        ? ['核对引的是哪一份文件、哪一句。', 'Check which document and which sentence is meant.']
        : [`最接近的原句是 “${v.sentence}”。`, `The nearest sentence is “${v.sentence}”.`],
    span: v.span,
    fixes: v.sentence === '' ? [] : [replaceWith(v.span, `“${v.sentence}”`, ['改成原句', 'Write the sentence as it stands'])],
  });

/** A number of the rule that its quotes do not contain. */
export const numberNotQuoted = (v: { number: string; quotes: readonly string[]; span: Span; quote: Span }): Diagnostic =>
  finding({
    code: 'citations/number-not-quoted',
    severity: 'warning',
    what: [`“${v.number}” 不在它引的原句里。`, `“${v.number}” is not in the sentence it cites.`],
    why:
      v.quotes.length > 0
        ? [`引的句子里有 ${v.quotes.join('、')}。`, `The sentence has ${v.quotes.join(', ')}.`]
        : ['引的句子里没有数。', 'The sentence has no number.'],
    remedy: [
      '核对这个数；是推算出来的，引上推算所据的那一句；原文没写的，写 暂按 和 待定。',
      'Check the number; if it was worked out, quote the sentence it rests on; where the source is silent write 暂按 … 待定.',
    ],
    span: v.span,
    others: [{ span: v.quote, words: ['引的句子', 'the quoted sentence'] }],
  });

/** 未能表达 or 非规则 with a sentence that no document of the policy has. */
export const passageNotFound = (v: { sentence: string; span: Span }): Diagnostic =>
  finding({
    code: 'citations/passage-not-found',
    severity: 'warning',
    what: [`依据里找不到 “${v.sentence}”。`, `“${v.sentence}” does not stand in the documents of this policy.`],
    why: [
      '找不到原句，就不知道原文里的哪些数字已经有了去处。',
      'Without its place it is not known which numbers of the text are accounted for.',
    ],
    remedy: ['照原文抄；中间略去的字用 “……” 代替。', 'Write it as the document does; “……” may stand for words left out.'],
    span: v.span,
  });

/** 出处 with nothing after it in its block. */
export const nothingCited = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'citations/nothing-cited',
    severity: 'warning',
    what: ['这一行出处后面没有规则。', 'No rule stands after this source.'],
    why: [
      '出处说的是它下面的一条；写在一行的规则下面，就不是那条规则的出处了。',
      'A source belongs to the rule below it; below a rule of one line it is no longer its source.',
    ],
    remedy: ['把它移到规则的上面。', 'Move it above its rule.'],
    span: v.span,
  });
