/** Our own icons: 20 px grid, 1.5 px stroke, no fill.. */
/** A path, or a rectangle (x, y, width, height, radius), or a circle (x, y, radius). */
export type Shape =
  | readonly ['p', string]
  | readonly ['r', number, number, number, number, number]
  | readonly ['c', number, number, number];

const p = (d: string): Shape => ['p', d];
const r = (x: number, y: number, width: number, height: number, radius: number): Shape => ['r', x, y, width, height, radius];
const c = (x: number, y: number, radius: number): Shape => ['c', x, y, radius];

export const icons = {
  start: [p('M3 9l7-6 7 6v8a1 1 0 0 1-1 1h-4v-5H8v5H4a1 1 0 0 1-1-1z')],
  write: [p('M4 16l.8-3.4L13.6 3.8a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2z'), p('M11.5 5.9l2.6 2.6')],
  annual: [r(3, 4.5, 14, 12.5, 2), p('M3 8.5h14M7 2.8v3M13 2.8v3M7 12.8h5.5M10.6 10.8l2 2-2 2')],
  simulate: [p('M3 16.5h14M5 16.5v-4M9 16.5v-9M13 16.5v-6'), p('M4 5l3-2 3 2 6-1.5')],
  table: [r(3, 3.5, 14, 13, 2), p('M3 8h14M3 12.2h14M8 3.5v13')],
  check: [p('M4 5.5l1.5 1.5L8 4.5M4 11.5l1.5 1.5L8 10.500'), p('M11 6h6M11 12h6M4 17h13')],
  compare: [
    p('M10 2.5v15'),
    p('M7.5 5H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h3.5M12.5 5H16a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-3.5'),
    p('M5 10h2.5M13 8.7v2.6M11.8 10h2.6'),
  ],
  swap: [p('M3.500 7.500h12M12.500 4.500l3 3-3 3M16.500 12.500h-12M7.500 9.500l-3 3 3 3')],
  impact: [p('M3 17c4-1 5-9 8-9s2 4 6 3'), p('M3 17h14'), c(11, 8, 1.4)],
  export: [p('M10 12.5V3M6.8 6L10 2.8 13.2 6'), p('M4 11v5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-5')],
  import: [p('M10 3v9.500M6.800 9.500L10 12.700l3.200-3.200'), p('M4 11v5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-5')],
  document: [p('M5 2.8h7l3.5 3.5V16a1.2 1.2 0 0 1-1.2 1.2H5A1.2 1.2 0 0 1 3.8 16V4A1.2 1.2 0 0 1 5 2.8z'), p('M6.8 9h6M6.8 12h6')],
  folder: [
    p(
      'M3 6a1.200 1.200 0 0 1 1.200-1.200h3.600l1.700 2h6.300A1.200 1.200 0 0 1 17 8v7a1.200 1.200 0 0 1-1.200 1.200H4.200A1.200 1.200 0 0 1 3 15z',
    ),
  ],
  rule: [p('M7 6L3 10l4 4M13 6l4 4-4 4')],
  person: [c(10, 6.5, 3), p('M4 17c.5-4 3-5.5 6-5.5s5.5 1.5 6 5.500')],
  link: [p('M8.5 11.5l3-3'), p('M9.5 6.5l1.8-1.8a2.8 2.8 0 0 1 4 4l-1.8 1.8M10.5 13.5l-1.8 1.8a2.8 2.8 0 0 1-4-4l1.8-1.8')],
  open: [p('M7.3 7.4A2.8 2.8 0 0 1 10 5c1.6 0 2.8 1 2.8 2.5 0 2-2.8 2.2-2.8 4.2'), p('M10 15v.1')],
  holds: [p('M4.5 10.5l3.6 3.6L15.5 6')],
  differs: [p('M5.5 5.5l9 9M14.5 5.5l-9 9')],
  warning: [p('M10 3.2l7.4 13H2.6z'), p('M10 8.2v3.6M10 14v.1')],
  info: [c(10, 10, 7), p('M10 9.2v4.300M10 6.500v.1')],
  blocked: [c(10, 10, 7), p('M5.200 5.200l9.600 9.600')],
  calendar: [r(3, 4.5, 14, 12.5, 2), p('M3 8.5h14M7 2.8v3M13 2.8v3')],
  clock: [c(10, 10, 6.8), p('M10 6v4.2l2.8 1.6')],
  search: [c(9, 9, 5), p('M13 13l4 4')],
  plus: [p('M10 4v12M4 10h12')],
  minus: [p('M4 10h12')],
  up: [p('M10 16V4.500M5.500 9L10 4.500 14.500 9')],
  down: [p('M10 4v11.500M5.500 11L10 15.500 14.500 11')],
  chevronDown: [p('M6 8l4 4 4-4')],
  chevronUp: [p('M6 12l4-4 4 4')],
  chevronLeft: [p('M12 5l-5 5 5 5')],
  chevronRight: [p('M8 5l5 5-5 5')],
  bin: [p('M4 5.500h12M8 5.500V3.800h4v1.700M5.500 5.500l.7 11h7.600l.7-11M8.500 8.500v5M11.500 8.500v5')],
  reverse: [p('M7 5L3.5 8.5 7 12'), p('M3.5 8.5H12a4 4 0 0 1 0 8H9')],
  copy: [r(7, 7, 9.5, 9.5, 1.5), p('M13 4.500V4a1 1 0 0 0-1-1H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h.500')],
  save: [
    p('M5 3h8l4 4v8.800a1.200 1.200 0 0 1-1.200 1.200H5A1.200 1.200 0 0 1 3.800 15.800V4.200A1.200 1.200 0 0 1 5 3z'),
    p('M7 3v4h5V3M6.800 17v-5h6.400v5'),
  ],
  pin: [p('M7.500 3h5l-.7 5 2.700 2.500H5.500L8.200 8zM10 10.500V17')],
  play: [p('M6 4l10 6-10 6z')],
  more: [p('M5 10h.1M10 10h.1M15 10h.1')],
  moon: [p('M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3z')],
  sun: [
    c(10, 10, 3.2),
    p(
      'M10 2.500v2M10 15.500v2M2.500 10h2M15.500 10h2M4.700 4.700l1.400 1.400M13.900 13.900l1.400 1.400M15.300 4.700l-1.400 1.400M6.100 13.900l-1.400 1.400',
    ),
  ],
  system: [r(3, 4, 14, 9.5, 1.5), p('M7.500 16.500h5M10 13.500v3')],
  shield: [p('M10 2.8l6 2.2v4.5c0 4-2.5 6.5-6 7.7-3.5-1.2-6-3.7-6-7.7V5z'), p('M7.3 10l2 2 3.5-3.8')],
  eye: [p('M2.500 10S5 5 10 5s7.500 5 7.500 5-2.500 5-7.500 5-7.500-5-7.500-5z'), c(10, 10, 2.2)],
  list: [p('M7 5h10M7 10h10M7 15h10M3.500 5h.1M3.500 10h.1M3.500 15h.1')],
  history: [p('M3.500 10a6.500 6.500 0 1 0 2-4.700L3.500 7M3.500 3.500V7H7'), p('M10 6.500V10l2.500 1.500')],
  keyboard: [r(2.5, 5, 15, 10, 1.5), p('M5.500 8h.1M8.500 8h.1M11.500 8h.1M14.500 8h.1M6.500 12h7')],
} as const satisfies Readonly<Record<string, readonly Shape[]>>;

/** The icons there are. */
export type IconName = keyof typeof icons;
