import type { Diagnostic, Fix, TextEdit, Words } from '../../language/diagnostics/diagnostic.ts';
import type { ColourSpan, CompletionItem, HoverText, OutlineNode, Position, TextRange } from '../worker/protocol.ts';

/** What the editor asks of the rest of the studio. Offsets in, plain data out; nothing here knows Monaco. */
export interface EditorServices {
  complete(at: Position): Promise<{ readonly items: readonly CompletionItem[]; readonly replace: TextRange } | undefined>;
  hover(at: Position): Promise<HoverText | undefined>;
  definition(at: Position): Promise<readonly TextRange[]>;
  references(at: Position): Promise<readonly TextRange[]>;
  rename(at: Position, to?: string): Promise<{ readonly range?: TextRange; readonly edits: readonly TextEdit[]; readonly problem?: Words }>;
  /** Lays out a text; the document makes the change. */
  layOut(file: string): Promise<void>;
  /** What can be done with the table or line at a place. */
  tableActions(at: Position): Promise<readonly Fix[]>;
  colours(file: string): readonly ColourSpan[];
  folds(file: string): readonly TextRange[];
  outline(file: string): readonly OutlineNode[];
  diagnostics(): readonly Diagnostic[];
  language(): 'zh' | 'en';
  /** Calls back after every analysis that was taken in, and when the language changes. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Acts at once, or after the input method is done. */
  whenComposed(act: () => void): void;
  /** Acts after what stands now is on the screen. */
  afterPaint(act: () => void): void;
  /** The text of a file as the worker last saw it is the text of the model now. */
  isCurrent(): boolean;
  /** The findings are those of the texts as they are. */
  isFound(): boolean;
  /** Waits until the findings are those of the texts as they are; false when none will come. */
  foundNow(): Promise<boolean>;
  /** A place in another file was asked for. */
  open(range: TextRange): void;
}

/** A short remark at the end of a line, e.g. that a scenario holds. */
export interface LineNote {
  readonly file: string;
  readonly offset: number;
  readonly text: string;
  readonly tone: 'jade' | 'verm' | 'ochre' | 'plain';
}

/** A stretch of the text that is marked with a remark on hover: a number without a source, a rule that no scenario reaches, a number whose nudge none notices. */
export interface TextMark {
  readonly range: TextRange;
  readonly kind: 'uncited' | 'unreached' | 'unnoticed';
  readonly text: string;
}
