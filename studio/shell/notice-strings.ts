import { defineWords } from '../strings/strings.ts';

/** What is said of notices that are opened: the fact, why, and what helps. */
export const noticeWords = defineWords('notice', {
  region: { zh: '打开的通知', en: 'Opened notices' },
  drop: { zh: '松手即打开', en: 'Let go to open' },
  dropHow: {
    zh: '通知：Word（.docx）、有文字的 PDF、.txt；规则：.yice。原件一并留存。',
    en: 'Notices: Word (.docx), PDF with text, .txt. Rules: .yice. The original file is kept.',
  },
  reading: { zh: '正在读“{{name}}”', en: 'Reading “{{name}}”' },
  opened: { zh: '“{{title}}”已打开', en: '“{{title}}” is open' },
  known: { zh: '“{{title}}”原来就在', en: '“{{title}}” was here already' },
  openedWhy: { zh: '{{count}} 字，原件已留存', en: '{{count}} characters, original kept' },
  knownWhy: { zh: '文字一字不差，没有再放一份', en: 'The text is the same to the letter; no second copy was made' },
  dated: { zh: '文中日期 {{date}}', en: 'dated {{date}}' },
  encodingRemark: {
    zh: '文件是 {{encoding}} 编码，已换成 UTF-8；文字若有乱码，粘贴文字更稳妥',
    en: 'The file was in {{encoding}} and is now UTF-8; if letters look wrong, paste the text instead',
  },
  numberedRemark: {
    zh: '有 {{count}} 段用了 Word 自动编号，编号不算文字，没有带出来；引用时不要写编号',
    en: '{{count}} paragraphs are numbered by Word itself; the numbers are no text and are not here, so leave them out of quotes',
  },
  picturesRemark: {
    zh: '有 {{count}} 张图片，图里的字没有带出来',
    en: '{{count}} pictures: words inside them are not here',
    enOne: '{{count}} picture: words inside it are not here',
  },
  barePagesRemark: {
    zh: '有 {{count}} 页只有图像，那几页的字没有带出来',
    en: '{{count}} pages are images only; their words are not here',
    enOne: '{{count}} page is an image only; its words are not here',
  },
  notOpened: { zh: '“{{name}}”没有打开', en: '“{{name}}” was not opened' },
  pastedNotOpened: { zh: '粘贴的文字没有打开', en: 'The pasted text was not opened' },
  scanned: {
    zh: '它是扫描件，{{pages}} 页都是图像，没有可以引用的文字。向发文单位要 Word 文件，或先用文字识别，再粘贴文字。',
    en: 'It is a scan: {{pages}} pages of images without text to quote. Ask the issuer for the Word file, or recognise the text first and paste it.',
  },
  encrypted: {
    zh: '它有打开密码。用密码打开后另存为一份没有密码的，再放进来。',
    en: 'It asks for a password. Open it with the password, save a copy without one, and bring that in.',
  },
  oldWord: {
    zh: '它是旧版 Word 或 WPS 的格式（.doc、.wps）。在 Word 或 WPS 里另存为 .docx，再放进来。',
    en: 'It is in the format of old Word or WPS (.doc, .wps). Save it as .docx and bring that in.',
  },
  notWord: {
    zh: '它是压缩文件或表格，不是通知。通知用 .docx、.pdf 或 .txt；表格在表格视图里导入。',
    en: 'It is an archive or a spreadsheet, not a notice. Notices come as .docx, .pdf or .txt; sheets go into the table view.',
  },
  picture: {
    zh: '它是一张图片，没有可以引用的文字。先用文字识别，再粘贴文字。',
    en: 'It is a picture without text to quote. Recognise the text first and paste it.',
  },
  notText: {
    zh: '它不是文字文件，或编码认不出来。在记事本里另存为 UTF-8，再放进来。',
    en: 'It is no text, or its encoding is not known. Save it as UTF-8 in a text editor and bring that in.',
  },
  empty: { zh: '里面没有文字。', en: 'There is no text in it.' },
  damaged: {
    zh: '文件不完整，读不下去。重新下载一份，或打开后另存，再放进来。',
    en: 'The file is not complete. Download it again, or open it and save a copy, and bring that in.',
  },
  tooLarge: {
    zh: '文件 {{megabytes}} MB，最多读 {{limit}} MB。去掉里面的图片，或粘贴要用的文字。',
    en: 'The file has {{megabytes}} MB; up to {{limit}} MB are read. Take the pictures out, or paste the text that is needed.',
  },
  tooLong: {
    zh: '有 {{characters}} 字，最多读 {{limit}} 字。只放入要用的部分。',
    en: 'It has {{characters}} characters; up to {{limit}} are read. Bring in the part that is needed.',
  },
  tooManyPages: {
    zh: '有 {{pages}} 页，最多读 {{limit}} 页。只放入要用的部分。',
    en: 'It has {{pages}} pages; up to {{limit}} are read. Bring in the part that is needed.',
  },
  show: { zh: '在编写里看', en: 'Show beside the rules' },
  paste: { zh: '粘贴文字…', en: 'Paste the text…' },
  choose: { zh: '换一个文件…', en: 'Another file…' },
  away: { zh: '收起', en: 'Put away' },
  pasteTitle: { zh: '粘贴通知的文字', en: 'Paste the text of a notice' },
  pasteLabel: { zh: '通知全文', en: 'Full text of the notice' },
  pasteHow: {
    zh: '从网页或文件里复制全文，粘贴到这里。一段一行，文字不改。',
    en: 'Copy the whole text from a page or a file and paste it here. One paragraph a line; no word is changed.',
  },
  pasteDo: { zh: '打开', en: 'Open' },
  pasteNothing: { zh: '先粘贴文字', en: 'Paste some text first' },
  cancel: { zh: '不放了', en: 'Never mind' },
});
