/** A report as data: what a page, a print and a spreadsheet are all made from. Texts only; amounts are written out already. */
export interface Report {
  readonly language: 'zh' | 'en';
  readonly title: string;
  /** What it is about, under the title. */
  readonly lines: readonly string[];
  readonly figures: readonly { readonly value: string; readonly name: string }[];
  /** What its claims rest on: beside the figures. */
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly foot: string;
}

export interface ReportTable {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly { readonly title: string; readonly right?: boolean }[];
  readonly rows: readonly ReportRow[];
}

/** A line over the rows below it, or cells with the sentence they rest on. */
export type ReportRow = { readonly heading: string } | { readonly cells: readonly string[]; readonly quote?: string };
