import { lazy, Suspense, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { showReached } from '../../loop/checking.ts';
import { whenComposed } from '../../loop/composition.ts';
import { attachEditor, openDocument } from '../../loop/loop.ts';
import { useLater } from '../../loop/use-later.ts';
import { analysis } from '../../store/analysis.ts';
import type { Unseen } from '../../store/checking.ts';
import { checking } from '../../store/checking.ts';
import { clauses } from '../../store/clauses.ts';
import { effectiveTheme, preferences } from '../../store/preferences.ts';
import { saving } from '../../store/saving.ts';
import { selection } from '../../store/selection.ts';
import type { Place } from '../../store/workspace.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { FileTabs } from './FileTabs.tsx';
import { followCaret } from './linking.ts';
import { baseName, lineOf, scenarioNotes } from './select.ts';
import { sourceWords } from './source-strings.ts';
import { writeWords } from './strings.ts';
import styles from './TextPane.module.css';
import { useFiles } from './use-files.ts';
import { useHeldUnseen } from './use-unseen.ts';

/** The editor library is large: the pane stands before it has come. */
const Editor = lazy(async () => {
  // The document brings the library with its words; only then may the component ask for it.
  await openDocument();
  const { Editor: component } = await import('../../editor/Editor.tsx');
  return { default: component };
});

const darkNow = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

const onPlace = (path: string, place: Place): void => {
  whenComposed(() => {
    workspace.setState((state) => ({ places: { ...state.places, [path]: place } }));
    followCaret(path, place.caret);
  });
};

/** The rule text with a tab for each file of the policy. */
export function TextPane({ onScroll }: { readonly onScroll: () => void }) {
  const say = useWords(writeWords);
  const speak = useWords(sourceWords);
  const hintId = useId();
  const scenarios = useLater(analysis, (now) => now.scenarios);
  const version = useLater(analysis, (now) => now.version);
  const { theme, screenReader } = useStore(preferences);
  const readOnly = useStore(saving, (now) => now.elsewhere);
  const rule = useStore(selection, (now) => now.rule);
  const clause = useStore(selection, (now) => now.clause);
  const cell = useStore(selection, (now) => now.cell);

  const { tabs, others, shown, paths } = useFiles();
  const notes = useMemo(
    () =>
      scenarioNotes(
        scenarios.filter(({ range }) => range.file === shown),
        (passed, all) => say('passed', { passed, all }),
      ),
    [scenarios, shown, say],
  );

  const uncited = useStore(clauses, (now) => now.found?.uncited);
  const unseen = useHeldUnseen(shown);
  const showing = useStore(checking, (now) => now.showing);
  const uncitedMarks = useMemo(
    () =>
      version === workspace.getState().version
        ? (uncited ?? []).map(({ span, numbers }) => ({
            range: span,
            kind: 'uncited' as const,
            text: speak('uncited', { numbers: numbers.join('、') }),
          }))
        : [],
    [uncited, version, speak],
  );
  const marks = useMemo(
    () => [...uncitedMarks, ...unseen.map(({ range, kind }) => ({ range, kind, text: say(kind) }))],
    [uncitedMarks, unseen, say],
  );
  const count = (kind: Unseen['kind']): number => unseen.filter((one) => one.kind === kind).length;

  return (
    <Pane
      icon="rule"
      title={say('text')}
      paneId="text"
      bare
      hint={shown === undefined ? undefined : baseName(shown)}
      extra={
        <>
          {showing ? (
            <Button small kind="quiet" pressed icon="eye" title={say('unseenHide')} onClick={() => showReached(false)}>
              {count('unnoticed') > 0
                ? say('unseenBoth', { unreached: count('unreached'), unnoticed: count('unnoticed') })
                : say('unseenSum', { unreached: count('unreached') })}
            </Button>
          ) : null}
          <CaretLine file={shown} />
        </>
      }
    >
      <div className={styles.frame}>
        <FileTabs tabs={tabs} others={others} shown={shown} paths={paths} />
        <div className={styles.editor}>
          <Suspense fallback={<p className={styles.loading}>{say('loadingEditor')}</p>}>
            {shown === undefined ? null : (
              <Editor
                file={shown}
                place={workspace.getState().places[shown]}
                theme={effectiveTheme(theme, darkNow())}
                label={say('editorLabel', { file: baseName(shown) })}
                readOnly={readOnly}
                screenReader={screenReader}
                hintId={hintId}
                highlight={cell ?? (clause === undefined ? undefined : rule)}
                cell={cell}
                notes={notes}
                marks={marks}
                onPlace={onPlace}
                onScroll={onScroll}
                onMount={attachEditor}
              />
            )}
          </Suspense>
        </div>
        <p id={hintId} className={styles.hint}>
          {readOnly ? say('readOnly') : say('tabHint')}
        </p>
      </div>
    </Pane>
  );
}

/** Where the caret is; by itself, since it moves with every letter. */
function CaretLine({ file }: { readonly file: string | undefined }) {
  const say = useWords(writeWords);
  const line = useLater(workspace, ({ files, places }) => (file === undefined ? 1 : lineOf(files[file]?.text, places[file]?.caret ?? 0)));
  return <span className={styles.line}>{say('lineAt', { line })}</span>;
}
