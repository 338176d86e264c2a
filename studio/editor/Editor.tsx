import { useEffect, useRef } from 'react';
import type { Place } from '../store/workspace.ts';
import type { TextRange } from '../worker/protocol.ts';
import './editor.css';
import type { MountedEditor } from './mounted.ts';
import { mountEditor } from './mounted.ts';
import type { LineNote, TextMark } from './services.ts';
import { applyTheme } from './theme.ts';

export interface EditorProps {
  readonly file: string;
  /** Where the caret was when the file was last open. Read when the file is shown, never followed. */
  readonly place: Place | undefined;
  readonly theme: 'light' | 'dark';
  readonly label: string;
  readonly readOnly: boolean;
  readonly screenReader: boolean;
  /** Element that says how Tab leaves the editor. */
  readonly hintId: string;
  readonly highlight: TextRange | undefined;
  /** The cell looked at in the table. */
  readonly cell: TextRange | undefined;
  readonly notes: readonly LineNote[];
  readonly marks: readonly TextMark[];
  readonly onPlace: (path: string, place: Place) => void;
  readonly onScroll: () => void;
  /** Hands out the editor while it is on the page, undefined when it leaves. */
  readonly onMount: (editor: MountedEditor | undefined) => void;
}

/** The rule text. Its value is never set from here: the document owns it. */
export function Editor({
  file,
  place,
  theme,
  label,
  readOnly,
  screenReader,
  hintId,
  highlight,
  cell,
  notes,
  marks,
  onPlace,
  onScroll,
  onMount,
}: EditorProps) {
  const element = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedEditor>(undefined);
  const events = useRef({ onPlace, onScroll, onMount });
  events.current = { onPlace, onScroll, onMount };

  useEffect(() => {
    if (!element.current) return undefined;
    const editor = mountEditor(element.current, hintId, {
      onPlace: (path, at) => events.current.onPlace(path, at),
      onScroll: () => events.current.onScroll(),
    });
    mounted.current = editor;
    events.current.onMount(editor);
    return () => {
      events.current.onMount(undefined);
      mounted.current = undefined;
      editor.dispose();
    };
  }, [hintId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is where to begin, not something to follow
  useEffect(() => mounted.current?.show(file, place), [file, hintId]);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => mounted.current?.set({ readOnly, screenReader, label }), [readOnly, screenReader, label]);
  useEffect(() => mounted.current?.highlight(highlight), [highlight]);
  useEffect(() => mounted.current?.frame(cell), [cell]);
  useEffect(() => mounted.current?.notes(notes), [notes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file has marks of its own
  useEffect(() => mounted.current?.marks(marks), [marks, file]);
  return <div ref={element} className="yice-editor" />;
}
