import type { Words } from '../../language/diagnostics/diagnostic.ts';
import type { RuleDocument } from '../editor/document.ts';
import { tell } from '../store/told.ts';
import type { Client } from '../worker/client.ts';
import { askNow } from './asking-now.ts';
import type { Texts } from './texts.ts';

/** Why a press changed nothing. */
const LAID: Words = { zh: '已经排好，没有要动的', en: 'Laid out already; nothing to move' };
const UNREAD: Words = {
  zh: '有一句还没有写完，排不了版；先改好待办里的错误',
  en: 'A sentence is not finished, so the text is not laid out; repair the errors in the to-do list first',
};
const UNDONE: Words = { zh: '没有排版，文本没有变；再做一次', en: 'Not laid out, the text is unchanged; do it again' };

/** Lays out a text as it is when the answer comes, in the canonical way; `lang` also translates its keywords. Says it when nothing changes. */
export async function layOut(
  client: Client,
  texts: Texts,
  document: Pick<RuleDocument, 'rewrite'>,
  file: string,
  lang?: 'zh' | 'en',
): Promise<void> {
  const outcome = await askNow(client, texts, 'format', { kind: 'format', file, ...(lang === undefined ? {} : { lang }) });
  if (!outcome?.ok) tell(outcome?.why === 'unserved' ? outcome.problem : UNDONE);
  else if (!outcome.reply.whole) tell(UNREAD);
  else if (outcome.reply.changed) document.rewrite(file, outcome.reply.text);
  else tell(LAID);
}
