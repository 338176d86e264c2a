import { describe, expect, it } from 'vitest';
import { codeOf, filesUnder, isCode, placesOf, textOf } from './tree.ts';

/** Text between tags, or in an attribute that people read or hear. */
const IN_TAGS = /(?:>|\})\s*[A-Za-z\p{Script=Han}][^<>{}=;()|&]*<\//u;
const IN_ATTRIBUTE =
  /\s(title|label|placeholder|alt|aria-label|aria-description|tooltip|okText|cancelText)=("[^"]*[A-Za-z\p{Script=Han}][^"]*"|\{'[^']+'\})/u;
const HAN = /\p{Script=Han}/u;

const literals = (path: string, text: string): string[] => {
  const code = codeOf(text, 'strings');
  return [IN_TAGS, IN_ATTRIBUTE, HAN].flatMap((pattern) => placesOf(path, code, pattern));
};

/** Words that blame, apologise or alarm, and the machine's own words. */
const TONE_ZH = /请(?!求)|抱歉|对不起|失败|非法|词法|语法树|标识符|节点|令牌/;
const TONE_EN = /(?<!aria-)\b(please|sorry|oops|failed to|failure|illegal|invalid|unexpected token|AST|syntax node)\b/i;
const SPOKEN = /^(language\/diagnostics\/|language\/cli\/|runtime\/explain\/words|runtime\/encounter\/|studio\/).*\.(ts|tsx)$/;

/** The texts in quotes of a file. */
const quoted = (text: string): string =>
  codeOf(text, 'strings')
    .split('\n')
    .map((line) => (line.match(/'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\])*"/g) ?? []).join(' '))
    .join('\n');

describe('words for people', () => {
  it('stand in tables with both languages, never in TSX', () => {
    const components = filesUnder('studio').filter((path) => path.endsWith('.tsx'));
    expect(components.flatMap((path) => literals(path, textOf(path)))).toEqual([]);
  });

  it('state facts: no appeal, apology, alarm or word of the machine', () => {
    const spoken = filesUnder('language', 'runtime', 'studio').filter((path) => isCode(path) && SPOKEN.test(path));
    const places = spoken.flatMap((path) => [TONE_ZH, TONE_EN].flatMap((pattern) => placesOf(path, quoted(textOf(path)), pattern)));
    expect(places).toEqual([]);
  });

  it.each(['<p>Save</p>', '<Button title="Save" />', '<p>保存</p>', "const a = '保存';", "<Input placeholder={'name'} />"])(
    'sees %s',
    (line) => {
      expect(literals('a.tsx', line)).not.toEqual([]);
    },
  );

  it.each([
    '<p>{words.save}</p>',
    '<Button title={words.save} />',
    'const a: Map<string, Foo> = b; // 保存',
    "<p className='wide'>{a}</p>",
  ])('leaves %s', (line) => {
    expect(literals('a.tsx', line)).toEqual([]);
  });
});
