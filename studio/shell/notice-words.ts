import type { NoticeProblem, NoticeRemark } from '../importers/notice.ts';
import type { Say } from '../strings/strings.ts';
import type { noticeWords } from './notice-strings.ts';

type SayNotice = Say<(typeof noticeWords)['book']>;

const ENCODING = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', gb18030: 'GB18030' } as const;

/** A remark on a notice that was opened, as a sentence. */
export function remarkText(remark: NoticeRemark, say: SayNotice): string {
  switch (remark.kind) {
    case 'encoding':
      return say('encodingRemark', { encoding: ENCODING[remark.encoding] });
    case 'numbered':
      return say('numberedRemark', { count: remark.count });
    case 'pictures':
      return say('picturesRemark', { count: remark.count });
    case 'barePages':
      return say('barePagesRemark', { count: remark.count });
  }
}

/** Why a file was not opened and what helps. */
export function problemText(problem: NoticeProblem, say: SayNotice): string {
  switch (problem.kind) {
    case 'tooLarge':
      return say('tooLarge', { megabytes: problem.megabytes, limit: problem.limit });
    case 'tooLong':
      return say('tooLong', { characters: problem.characters.toLocaleString('en-US'), limit: problem.limit.toLocaleString('en-US') });
    case 'tooManyPages':
      return say('tooManyPages', { pages: problem.pages, limit: problem.limit });
    case 'scanned':
      return say('scanned', { pages: problem.pages });
    default:
      return say(problem.kind);
  }
}
