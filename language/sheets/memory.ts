import type { SourceToken } from '../1-tokens/tokens.ts';
import type { Tree } from '../2-syntax/nodes/policy.ts';
import { sheetsOf } from './file-sheets.ts';
import { type Known, knownOf } from './known.ts';
import type { FileSheets } from './sheet.ts';
import { shifted } from './shift.ts';

/** A file as last read. */
interface Read {
  readonly text: string;
  readonly tree: Tree;
  readonly tokens: readonly SourceToken[];
}

/** Files as sheets, kept from one question to the next. */
export interface SheetMemory {
  /** `read` is asked for only when the file has to be read again. */
  sheets(path: string, text: string, read: () => ReadonlyMap<string, Read>): FileSheets;
}

export function createSheetMemory(): SheetMemory {
  const shown = new Map<string, FileSheets>();
  const known = (read: () => ReadonlyMap<string, Read>): Known => knownOf([...read().values()].map(({ tree }) => tree));
  return {
    sheets: (path, text, read) => {
      const before = shown.get(path);
      if (before?.text === text) return before;
      const moved = before && shifted(before, text);
      if (moved) {
        shown.set(path, moved);
        return moved;
      }
      const file = read().get(path);
      const tree: Tree = file?.tree ?? { file: path, items: [], complete: false };
      const made = sheetsOf({ text, tree, tokens: file?.tokens ?? [], known: known(read) });
      shown.set(path, made);
      return made;
    },
  };
}
