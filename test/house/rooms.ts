/**
 * Who may import whom, by value. A file belongs to the first room whose folder or file it stands in; a file that stands in none is
 * itself a finding. Importing types is free inside a folder's own reach (see `typeReach`).
 */
export interface Room {
  /** Folder (ends in /) or file. */
  readonly place: string;
  /** Folders and files it may import by value, besides itself. */
  readonly may: readonly string[];
}

const AMOUNTS = ['runtime/money/', 'runtime/calendar/', 'runtime/vocabulary.ts'];
const CONTRACT = [...AMOUNTS, 'runtime/ir/'];
const WORDS = ['language/diagnostics/', 'language/keywords.ts', 'language/model/unreachable.ts'];
const PASSES = [
  'language/1-tokens/',
  'language/2-syntax/',
  'language/3-check/',
  'language/model/',
  'language/4-lower/',
  'language/5-bundle/',
  'language/format/',
];

export const ROOMS: readonly Room[] = [
  { place: 'runtime/money/', may: [] },
  { place: 'runtime/calendar/', may: [] },
  { place: 'runtime/vocabulary.ts', may: [] },
  { place: 'runtime/ir/', may: AMOUNTS },
  { place: 'runtime/encounter/', may: CONTRACT },
  { place: 'runtime/ledger/', may: [...CONTRACT, 'runtime/encounter/'] },
  { place: 'runtime/evaluate/', may: [...CONTRACT, 'runtime/encounter/', 'runtime/ledger/'] },
  { place: 'runtime/explain/', may: [...CONTRACT, 'runtime/encounter/', 'runtime/ledger/', 'runtime/evaluate/'] },
  { place: 'runtime/bundle/', may: [...CONTRACT, 'runtime/encounter/', 'runtime/ledger/', 'runtime/evaluate/', 'runtime/explain/'] },
  { place: 'runtime/answer.ts', may: [] },
  { place: 'runtime/index.ts', may: ['runtime/'] },

  { place: 'language/diagnostics/', may: ['runtime/vocabulary.ts'] },
  { place: 'language/keywords.ts', may: ['runtime/vocabulary.ts'] },
  { place: 'language/1-tokens/', may: [...WORDS, ...CONTRACT] },
  { place: 'language/2-syntax/', may: ['language/1-tokens/', ...WORDS, ...CONTRACT] },
  { place: 'language/3-check/', may: ['language/2-syntax/', 'language/model/', ...WORDS, ...CONTRACT] },
  { place: 'language/model/', may: CONTRACT },
  { place: 'language/4-lower/', may: ['language/model/', ...WORDS, ...CONTRACT] },
  {
    place: 'language/5-bundle/',
    may: ['language/4-lower/', 'language/model/', ...WORDS, ...CONTRACT, 'runtime/bundle/format.ts', 'runtime/bundle/features.ts'],
  },
  {
    place: 'language/format/',
    may: ['language/1-tokens/', 'language/2-syntax/', 'language/3-check/forms/print.ts', ...WORDS, ...CONTRACT],
  },
  { place: 'language/fixes/', may: [...PASSES, ...WORDS, 'runtime/index.ts', ...CONTRACT] },
  { place: 'language/services/', may: [...PASSES, ...WORDS, 'language/fixes/', 'language/manual/', 'runtime/index.ts', ...CONTRACT] },
  ...['scenarios', 'properties', 'coverage', 'ladder', 'values', 'sheets', 'notice', 'compare', 'causes', 'mutation', 'signoff'].map(
    (name) => ({
      place: `language/${name}/`,
      may: [...PASSES, ...WORDS, 'runtime/index.ts', ...CONTRACT],
    }),
  ),
  { place: 'language/cli/', may: ['language/', 'runtime/'] },
  {
    place: 'language/compile.ts',
    may: PASSES.concat(WORDS, ['language/scenarios/', 'language/properties/', 'runtime/index.ts'], CONTRACT),
  },
  { place: 'language/index.ts', may: ['language/', 'runtime/'] },

  { place: 'studio/strings/', may: [] },
  { place: 'studio/store/', may: [] },
  { place: 'studio/worker/client.ts', may: ['studio/worker/'] },
  { place: 'studio/worker/', may: ['language/index.ts', 'runtime/index.ts'] },
  { place: 'studio/ui/', may: ['studio/strings/'] },
  { place: 'studio/charts/', may: ['studio/ui/', 'studio/strings/'] },
  { place: 'studio/editor/', may: ['studio/strings/', 'studio/ui/tokens.ts'] },
  { place: 'studio/storage/', may: ['studio/editor/document.ts', 'studio/worker/client.ts', 'studio/store/'] },
  { place: 'studio/loop/', may: ['studio/editor/', 'studio/worker/client.ts', 'studio/store/', 'studio/storage/'] },
  { place: 'studio/importers/', may: [] },
  { place: 'studio/exporters/', may: ['studio/strings/'] },
  {
    place: 'studio/commands/',
    may: ['studio/store/', 'studio/loop/', 'studio/storage/', 'studio/ui/', 'studio/strings/', 'studio/importers/', 'studio/exporters/'],
  },
  {
    place: 'studio/views/',
    may: [
      'studio/store/',
      'studio/loop/',
      'studio/storage/',
      'studio/ui/',
      'studio/charts/',
      'studio/strings/',
      'studio/importers/',
      'studio/exporters/',
      'studio/commands/',
      'studio/editor/Editor.tsx',
    ],
  },
  { place: 'studio/shell/', may: ['studio/'] },
  { place: 'studio/App.tsx', may: ['studio/'] },
  { place: 'studio/main.tsx', may: ['studio/'] },
];

/** Never by value, whatever the room allows. */
export const NEVER: readonly { readonly place: string; readonly of: readonly string[] }[] = [
  { place: 'runtime/', of: ['language/', 'studio/', 'test/', 'policies/'] },
  { place: 'language/', of: ['studio/', 'test/', 'policies/'] },
  { place: 'language/index.ts', of: ['language/cli/'] },
  { place: 'studio/', of: ['test/', 'language/cli/'] },
  { place: 'studio/views/', of: ['studio/worker/'] },
];

/** What a file may name in `import type`. */
export const typeReach = (path: string): readonly string[] => {
  if (path.startsWith('runtime/')) return ['runtime/'];
  if (path.startsWith('language/cli/')) return ['language/', 'runtime/'];
  if (path.startsWith('language/')) return PASSES.concat(['language/'], ['runtime/']);
  return ['studio/', 'language/', 'runtime/'];
};

/** The doors of the libraries: a package named here is imported (types too) only from these places. */
export const DOORS: Readonly<Record<string, readonly string[]>> = {
  chevrotain: ['language/1-tokens/', 'language/2-syntax/'],
  'fast-check': ['language/properties/'],
  // What canonical JSON is compared with.
  canonicalize: [],
  'pinyin-pro': ['language/services/'],
  commander: ['language/cli/'],
  'csv-parse': ['language/cli/csv/'],
  hono: ['language/cli/'],
  '@hono/node-server': ['language/cli/'],
  zod: ['language/cli/', 'studio/storage/'],
  'idb-keyval': ['studio/storage/'],
  fflate: ['studio/storage/', 'studio/importers/'],
  exceljs: ['studio/importers/', 'studio/exporters/'],
  mammoth: ['studio/importers/'],
  'pdfjs-dist': ['studio/importers/'],
  '@tanstack/react-virtual': ['studio/ui/'],
  'monaco-editor': ['studio/editor/'],
  antd: ['studio/ui/'],
  '@ant-design/icons': ['studio/ui/'],
  'react-resizable-panels': ['studio/ui/'],
  'markdown-it': ['studio/ui/'],
  echarts: ['studio/charts/'],
  i18next: ['studio/strings/'],
  'react-i18next': ['studio/strings/'],
  zustand: ['studio/store/', 'studio/views/', 'studio/shell/', 'studio/ui/', 'studio/App.tsx'],
  react: [
    'studio/ui/',
    'studio/charts/',
    'studio/views/',
    'studio/shell/',
    'studio/strings/',
    'studio/editor/Editor.tsx',
    'studio/loop/use-later.ts',
    'studio/App.tsx',
    'studio/main.tsx',
  ],
  'react-dom': ['studio/ui/', 'studio/main.tsx'],
};
