import type { Place } from '../store/workspace.ts';
import type { TextRange } from '../worker/protocol.ts';
import { monaco } from './monaco.ts';
import { modelOf, rangeIn, uriToPath } from './ranges.ts';
import type { LineNote, TextMark } from './services.ts';

/** One visible editor over the document's models. */
export interface MountedEditor {
  show(path: string, place: Place | undefined): void;
  /** Selects and scrolls only if out of view; false when another file is shown. */
  reveal(range: TextRange, focus: boolean): boolean;
  /** Paints the one selection of the page. */
  highlight(range: TextRange | undefined): void;
  notes(notes: readonly LineNote[]): void;
  marks(marks: readonly TextMark[]): void;
  /** Frames the text of a cell; the line around it is that of `highlight`. */
  frame(range: TextRange | undefined): void;
  /** Lines that were just changed from elsewhere light up for a moment, so that the eye finds them. */
  glow(ranges: readonly TextRange[]): void;
  act(action: EditorAction): void;
  focus(): void;
  set(options: { readonly readOnly: boolean; readonly screenReader: boolean; readonly label: string }): void;
  /** Where in the page the line of an offset is, for connectors; undefined when scrolled away. */
  lineBox(offset: number): { readonly top: number; readonly left: number; readonly right: number; readonly height: number } | undefined;
  dispose(): void;
}

export type EditorAction =
  | 'undo'
  | 'redo'
  | 'rename'
  | 'format'
  | 'complete'
  | 'definition'
  | 'references'
  | 'fixes'
  | 'find'
  | 'foldAll'
  | 'unfoldAll';

const ACTIONS: Readonly<Record<EditorAction, string>> = {
  undo: 'undo',
  redo: 'redo',
  rename: 'editor.action.rename',
  format: 'editor.action.formatDocument',
  complete: 'editor.action.triggerSuggest',
  definition: 'editor.action.revealDefinition',
  references: 'editor.action.goToReferences',
  fixes: 'editor.action.quickFix',
  find: 'actions.find',
  foldAll: 'editor.foldAll',
  unfoldAll: 'editor.unfoldAll',
};

/** As long as the style sheet lets it fade. */
const GLOW_MS = 620;

export interface EditorEvents {
  readonly onPlace: (path: string, place: Place) => void;
  readonly onScroll: () => void;
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  // Its menus take the page's style only outside of a shadow root.
  useShadowDOM: false,
  fontFamily: 'var(--mono)',
  fontSize: 13,
  lineHeight: 22,
  // A Han letter takes exactly two cells, so that tables stand straight whatever the font.
  fullwidthCharacterWidth: 'twoCells',
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderWhitespace: 'none',
  guides: { indentation: false, bracketPairs: false },
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 14,
  glyphMargin: false,
  folding: true,
  showFoldingControls: 'mouseover',
  padding: { top: 8, bottom: 24 },
  // A quoted sentence is long; its lines hang under it instead of running out of sight.
  wordWrap: 'on',
  wrappingIndent: 'deepIndent',
  contextmenu: true,
  fixedOverflowWidgets: true,
  tabFocusMode: false,
  occurrencesHighlight: 'singleFile',
  selectionHighlight: true,
  matchBrackets: 'near',
  stickyScroll: { enabled: false },
  bracketPairColorization: { enabled: false },
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: false },
  suggest: { showWords: false, showIcons: false, filterGraceful: true, localityBonus: false, preview: false, showStatusBar: false },
  // Enter ends a composition or breaks the line far more often than it accepts: Tab accepts.
  acceptSuggestionOnEnter: 'off',
  // A number goes with its unit, and what separates names in Chinese separates words.
  wordSeparators: '`~!@#$^&*()-=+[{]}\\|;:\'",.<>/?“”‘’「」，。；：！？、（）｛｝［］【】＝＋×÷≥≤≠＼→',
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
  hover: { delay: 350, above: false },
  cursorBlinking: 'smooth',
  smoothScrolling: false,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, useShadows: false },
};

/** Makes an editor in `element`. The models stay when it goes. */
export function mountEditor(element: HTMLElement, hintId: string, events: EditorEvents): MountedEditor {
  const editor = monaco.editor.create(element, { ...OPTIONS, model: null, ariaRequired: false });
  const painted = editor.createDecorationsCollection();
  const noted = editor.createDecorationsCollection();
  const marked = editor.createDecorationsCollection();
  const framed = editor.createDecorationsCollection();
  const glowing = editor.createDecorationsCollection();
  let glowTimer: ReturnType<typeof setTimeout> | undefined;
  const rule = (keybinding: number, command: string): monaco.editor.IKeybindingRule => ({ keybinding, command, when: 'editorTextFocus' });
  monaco.editor.addKeybindingRules([
    rule(monaco.KeyMod.Alt | monaco.KeyCode.Enter, ACTIONS.fixes),
    rule(monaco.KeyMod.Alt | monaco.KeyCode.Slash, ACTIONS.complete),
    rule(monaco.KeyCode.F12, ACTIONS.definition),
    rule(monaco.KeyMod.Alt | monaco.KeyMod.Shift | monaco.KeyCode.KeyF, ACTIONS.format),
    // The finder notices late, on a busy page, that it was left: Enter would find again, or replace, instead of breaking the line.
    ...[monaco.KeyCode.Enter, monaco.KeyMod.Shift | monaco.KeyCode.Enter].flatMap((keybinding) =>
      ['findInputFocussed', 'replaceInputFocussed'].map((late) => ({ keybinding, command: null, when: `editorTextFocus && ${late}` })),
    ),
  ]);
  let path: string | undefined;
  let showing = false;

  const tellPlace = (): void => {
    const model = editor.getModel();
    const position = editor.getPosition();
    if (path === undefined || showing || !model || !position) return;
    events.onPlace(path, { caret: model.getOffsetAt(position), scrollTop: editor.getScrollTop() });
  };
  // The editor's input does not tell the page when an input method is at work; the page listens for these events everywhere else.
  editor.onDidCompositionStart(() => element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })));
  editor.onDidCompositionEnd(() => element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })));
  editor.onDidChangeCursorPosition(tellPlace);
  editor.onDidScrollChange(() => {
    tellPlace();
    events.onScroll();
  });
  editor.onDidLayoutChange(events.onScroll);
  // The way out of the editor by keyboard is printed under it; screen readers hear it too.
  element.querySelector('textarea, .native-edit-context')?.setAttribute('aria-describedby', hintId);

  return {
    show: (next, place) => {
      const model = modelOf(next);
      if (!model || editor.getModel() === model) return;
      showing = true;
      editor.setModel(model);
      path = next;
      if (place) {
        editor.setPosition(model.getPositionAt(place.caret));
        editor.setScrollTop(place.scrollTop);
      }
      showing = false;
    },
    reveal: (range, focus) => {
      const model = modelOf(range.file);
      if (!model || editor.getModel() !== model) return false;
      const target = rangeIn(model, range);
      editor.setSelection(target);
      editor.revealRangeInCenterIfOutsideViewport(target);
      if (focus) editor.focus();
      return true;
    },
    highlight: (range) => {
      const model = editor.getModel();
      if (!range || !model || uriToPath(model.uri) !== range.file) return painted.clear();
      painted.set([
        {
          range: rangeIn(model, range),
          options: { className: 'yice-selected', isWholeLine: true, linesDecorationsClassName: 'yice-selected-edge' },
        },
      ]);
    },
    notes: (notes) => {
      const model = editor.getModel();
      if (!model) return;
      const own = uriToPath(model.uri);
      noted.set(
        notes
          .filter(({ file }) => file === own)
          .map(({ offset, text, tone }) => {
            const line = model.getPositionAt(offset).lineNumber;
            const end = model.getLineMaxColumn(line);
            return {
              range: new monaco.Range(line, end, line, end),
              options: {
                after: {
                  content: `\u00a0${text}\u00a0`,
                  inlineClassName: `yice-note yice-note-${tone}`,
                  cursorStops: monaco.editor.InjectedTextCursorStops.None,
                },
                showIfCollapsed: true,
              },
            };
          }),
      );
    },
    marks: (marks) => {
      const model = editor.getModel();
      if (!model) return;
      const own = uriToPath(model.uri);
      marked.set(
        marks
          .filter(({ range }) => range.file === own)
          .map(({ range, kind, text }) => ({
            range: rangeIn(model, range),
            options: {
              inlineClassName: `yice-mark-${kind}`,
              hoverMessage: { value: text },
              ...(kind === 'uncited' ? {} : { linesDecorationsClassName: `yice-sign-${kind}` }),
            },
          })),
      );
    },
    frame: (range) => {
      const model = editor.getModel();
      if (!range || !model || uriToPath(model.uri) !== range.file) return framed.clear();
      framed.set([{ range: rangeIn(model, range), options: { className: 'yice-cell-box', inlineClassName: 'yice-cell' } }]);
    },
    glow: (ranges) => {
      const model = editor.getModel();
      if (!model) return;
      const own = ranges.filter(({ file }) => file === uriToPath(model.uri)).map((range) => rangeIn(model, range));
      glowing.set(own.map((range) => ({ range, options: { className: 'yice-glow', isWholeLine: true } })));
      const first = own[0];
      if (first) editor.revealRangeInCenterIfOutsideViewport(first);
      clearTimeout(glowTimer);
      glowTimer = setTimeout(() => glowing.clear(), GLOW_MS);
    },
    act: (action) => {
      editor.focus();
      editor.trigger('studio', ACTIONS[action], {});
    },
    focus: () => editor.focus(),
    set: ({ readOnly, screenReader, label }) =>
      editor.updateOptions({ readOnly, accessibilitySupport: screenReader ? 'on' : 'auto', ariaLabel: label }),
    lineBox: (offset) => {
      const model = editor.getModel();
      const node = editor.getDomNode();
      if (!model || !node) return undefined;
      const box = node.getBoundingClientRect();
      const info = editor.getLayoutInfo();
      const top = editor.getTopForLineNumber(model.getPositionAt(offset).lineNumber) - editor.getScrollTop();
      if (top < 0 || top + 22 > info.height) return undefined;
      return { top: box.top + top, left: box.left, right: box.left + info.width, height: 22 };
    },
    dispose: () => {
      tellPlace();
      editor.dispose();
    },
  };
}
