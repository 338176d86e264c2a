import { describe, expect, it } from 'vitest';
import { codeOf, filesUnder, isCode, placesOf, textOf } from './tree.ts';

/** What a pure core may not reach for, and why. */
const REACHES: readonly { readonly name: string; readonly pattern: RegExp; readonly except?: readonly string[] }[] = [
  { name: 'the network', pattern: /\b(fetch|XMLHttpRequest|WebSocket|EventSource|importScripts)\s*\(/ },
  {
    name: 'the clock',
    pattern: /\bDate\s*\(|\bnew\s+Date\b|\bDate\.(now|parse|UTC)\b|\bperformance\.|\bsetTimeout\s*\(|\bsetInterval\s*\(|\bTemporal\./,
  },
  {
    name: 'the page',
    pattern: /(?<![.\w])(document|window|navigator|localStorage|sessionStorage|indexedDB|self)\s*\.|\bglobalThis\b(?!\.crypto)/,
  },
  { name: 'the process', pattern: /\bprocess\s*\.|\bBuffer\s*\.|\brequire\s*\(|\b__dirname\b/ },
  { name: 'chance', pattern: /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/ },
  // The same text must give the same bytes under any language and time zone of the host.
  { name: 'the host’s language', pattern: /\btoLocale\w+\s*\(|\bIntl\s*\.|\.localeCompare\s*\(/ },
  { name: 'code made from text', pattern: /\beval\s*\(|\bnew\s+Function\b/ },
  { name: 'the console', pattern: /\bconsole\s*\./ },
  // Digests are the host's WebCrypto: the one service of a host that the pure core takes.
  { name: 'the host’s cryptography', pattern: /\bcrypto\s*\./, except: ['runtime/bundle/', 'language/5-bundle/'] },
  { name: 'binary fractions near money', pattern: /\b(parseFloat|Math\.round|Math\.fround)\b|\.toFixed\s*\(|\bNumber\.parseFloat\b/ },
];

const files = filesUnder('runtime', 'language').filter((path) => isCode(path) && !path.startsWith('language/cli/'));

/** Everything in a text that a rule of purity speaks against. */
const reaches = (path: string, text: string): string[] =>
  REACHES.flatMap(({ name, pattern, except }) =>
    except?.some((place) => path.startsWith(place)) ? [] : placesOf(path, codeOf(text), pattern).map((place) => `${name}: ${place}`),
  );

describe('runtime/ and language/ outside cli/', () => {
  it('reach for no file, network, clock, page, chance, host language or binary fraction', () => {
    expect(files.flatMap((path) => reaches(path, textOf(path)))).toEqual([]);
  });

  it.each([
    'await fetch(url)',
    'const now = Date.now()',
    'new Date(text)',
    'document.title',
    'globalThis.window.name',
    'process.env.TZ',
    'Math.random()',
    'names.sort((a, b) => a.localeCompare(b))',
    'value.toLocaleString()',
    'new Function(text)',
    'parseFloat(text)',
    'value.toFixed(2)',
    'crypto.subtle.digest(a, b)',
    'setTimeout(run, 1)',
  ])('sees %s', (line) => {
    expect(reaches('runtime/money/fen.ts', line)).toHaveLength(1);
  });

  it.each(["'fetch(' // new Date(", 'const day = toDate(text)', 'entry.document.name', 'model.process', '/** Date.now() */'])(
    'leaves %s',
    (line) => {
      expect(reaches('runtime/money/fen.ts', line)).toEqual([]);
    },
  );
});
