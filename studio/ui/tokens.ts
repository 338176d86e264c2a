/**
 * The visual tokens, once. CSS reads them as custom properties (`--ink`), the component library as hex values,
 * so that both speak the same colours. Roles: jade holds and is the primary action, indigo is what one looks at, vermilion differs
 * or stops, ochre is open or assumed; the payers' ramp is cold for funds and warm for the patient.
 */
export type ThemeName = 'light' | 'dark';

export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly 'surface-2': string;
  readonly sunken: string;
  readonly line: string;
  readonly 'line-2': string;
  readonly ctl: string;
  readonly ink: string;
  readonly 'ink-2': string;
  readonly 'ink-3': string;
  readonly jade: string;
  readonly 'jade-ink': string;
  readonly 'jade-hover': string;
  readonly 'jade-soft': string;
  readonly 'jade-line': string;
  readonly indigo: string;
  readonly 'indigo-soft': string;
  readonly 'indigo-line': string;
  readonly verm: string;
  readonly 'verm-soft': string;
  readonly 'verm-line': string;
  readonly ochre: string;
  readonly 'ochre-soft': string;
  readonly 'ochre-line': string;
  readonly fund: string;
  readonly fund2: string;
  readonly aid: string;
  readonly fisc: string;
  readonly acct: string;
  readonly cash: string;
  readonly 'on-payer': string;
  readonly ghost: string;
  readonly kw: string;
  readonly num: string;
  readonly str: string;
  readonly op: string;
  readonly shadow: string;
}

const light: Palette = {
  paper: '#EFF2F0',
  surface: '#FFFFFF',
  'surface-2': '#F7F9F8',
  sunken: '#E9EDEB',
  line: '#DEE4E1',
  'line-2': '#C2CCC7',
  ctl: '#87948D',
  ink: '#16201C',
  'ink-2': '#46534D',
  'ink-3': '#5A6660',
  jade: '#0A6B5A',
  'jade-ink': '#FFFFFF',
  'jade-hover': '#085A4C',
  'jade-soft': '#DCEFE9',
  'jade-line': '#9CCFC1',
  indigo: '#3550B8',
  'indigo-soft': '#E6EBFB',
  'indigo-line': '#A9B8EE',
  verm: '#B93822',
  'verm-soft': '#FBE7E2',
  'verm-line': '#EBB4A7',
  ochre: '#8A5A00',
  'ochre-soft': '#FBF0D5',
  'ochre-line': '#E2C377',
  fund: '#157A66',
  fund2: '#4180B0',
  aid: '#7D62AC',
  fisc: '#7F8A3A',
  acct: '#C4844F',
  cash: '#97492D',
  'on-payer': '#FFFFFF',
  ghost: '#CFD7D3',
  kw: '#0A6B5A',
  num: '#9A3D1E',
  str: '#5B6B2E',
  op: '#65716B',
  shadow: '0 1px 2px rgba(18,32,26,.06), 0 8px 28px rgba(18,32,26,.10)',
};

const dark: Palette = {
  paper: '#0C1110',
  surface: '#141A19',
  'surface-2': '#181F1E',
  sunken: '#212B28',
  line: '#26302D',
  'line-2': '#3C4945',
  ctl: '#667670',
  ink: '#E4EBE7',
  'ink-2': '#AAB6B1',
  'ink-3': '#86938D',
  jade: '#55C8AD',
  'jade-ink': '#06201A',
  'jade-hover': '#74D6BF',
  'jade-soft': '#11332B',
  'jade-line': '#27665A',
  indigo: '#97ABFF',
  'indigo-soft': '#1D2648',
  'indigo-line': '#43549A',
  verm: '#FF8E77',
  'verm-soft': '#3B1D17',
  'verm-line': '#7C3A2C',
  ochre: '#E5B64C',
  'ochre-soft': '#33290F',
  'ochre-line': '#6E561C',
  fund: '#3FB499',
  fund2: '#67A5D6',
  aid: '#A48AD6',
  fisc: '#A9B45C',
  acct: '#C99A77',
  cash: '#DB8A69',
  'on-payer': '#0B1210',
  ghost: '#35413D',
  kw: '#62CDB3',
  num: '#F2A27F',
  str: '#B6C583',
  op: '#83908A',
  shadow: '0 1px 2px rgba(0,0,0,.4), 0 10px 34px rgba(0,0,0,.5)',
};

/** Colour values by theme. */
export const palettes: Readonly<Record<ThemeName, Palette>> = { light, dark };

/** Product, notice and rules have a typeface each, so that one never wonders who is speaking. No face is downloaded. */
export const faces = {
  ui: '"Inter","Segoe UI","PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif',
  song: '"Songti SC","STSong","SimSun","Noto Serif CJK SC",serif',
  mono: '"Sarasa Mono SC","Noto Sans Mono CJK SC","Cascadia Mono","Consolas",monospace',
} as const;

const declarations = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** The custom properties of both themes as one style sheet; `data-theme` on the root element chooses. */
export const themeSheet = (): string =>
  `:root{color-scheme:light;${declarations(light)};--ui:${faces.ui};--song:${faces.song};--mono:${faces.mono}}` +
  `[data-theme=dark]{color-scheme:dark;${declarations(dark)}}`;
