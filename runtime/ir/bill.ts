import type { Digits, IrType } from './types.ts';

export interface InputField {
  readonly name: string;
  readonly type: IrType;
  /** National interface name, e.g. "med_type". */
  readonly interfaceName?: string;
  /** For enum and set: every value with its national code, if any. */
  readonly values?: readonly { readonly name: string; readonly code?: string }[];
  /** Other codes of the same values, as another version of an interface, or another area, gives them. */
  readonly tables?: readonly CodeTable[];
  /** Inclusive range for integers. */
  readonly min?: Digits;
  readonly max?: Digits;
  /** The date field as of which the value holds. */
  readonly asOf?: string;
  /** Absent is an answer: `given` asks for it, and what is read only where it is there is no gap elsewhere. */
  readonly optional?: boolean;
  /** True for 总额 and its parts: money in whole fen, never negative. */
  readonly bill?: boolean;
}

/** Codes that are this table's alone: an event gives them under `interfaceName@version`, or under the interface name where no other table has it. */
export interface CodeTable {
  readonly interfaceName: string;
  /** Whose codes they are: a version, an area. */
  readonly version: string;
  /** Each code once; several codes may stand for one value. */
  readonly codes: readonly { readonly code: string; readonly value: string }[];
}

/** A list that an event carries: in JSON an array of objects under its name or interface name, each read field by field as an event is. */
export interface ItemList {
  readonly name: string;
  readonly interfaceName?: string;
  readonly fields: readonly InputField[];
}

export interface Bill {
  /** Indexes into `inputs`. total = Σ parts, else the event is refused. A missing total is computed, a missing part is 缺项. */
  readonly total: number;
  readonly parts: readonly number[];
}

/** 个人 and 单位 only bear shares of what is due. */
export interface Payer {
  readonly name: string;
  readonly of: 'fund' | 'account' | 'fiscal' | 'hospital' | 'commercial' | 'person' | 'employer';
  readonly interfaceName?: string;
}
