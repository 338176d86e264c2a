import { useState } from 'react';
import { useStore } from 'zustand';
import { addSet, changeSet, deleteSet, renameSet, setIn, undoSet } from '../../loop/patient-sets.ts';
import { reviewSet, stopReview } from '../../loop/reviewing.ts';
import { folderOfSet } from '../../store/patient-sets.ts';
import { review, setShown } from '../../store/review.ts';
import { workspace } from '../../store/workspace.ts';
import { commonWords } from '../../strings/common.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog, Menu } from '../../ui/Floating.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { drawn } from './deciding.ts';
import { exportSet, exportTable } from './files.ts';
import { useImport } from './Importing.tsx';
import styles from './Patients.module.css';
import { isTodo } from './select.ts';
import { patientsWords } from './strings.ts';
import type { Table } from './use-review.ts';

const DRAWN = 10;

/** Which set, how it stands, which cases are looked at, and what can be done with them all. */
export function Toolbar({
  table,
  paths,
  onPaste,
}: {
  readonly table: Table;
  readonly paths: readonly string[];
  readonly onPaste: () => void;
}) {
  const say = useWords(patientsWords);
  const common = useWords(commonWords);
  const language = useLanguage();
  const [renaming, setRenaming] = useState<string | undefined>(undefined);
  const { state, set, path, cases } = table;
  const importing = useImport(folderOfSet(path));
  const passed = cases.filter(({ outcome }) => outcome === 'passed').length;
  const todo = cases.filter(isTodo).length;
  const values = cases.flatMap(({ reviewed }) => (reviewed?.visits ?? []).flatMap((visit) => visit.values));
  const equal = values.filter(({ verdict }) => verdict === 'same').length;
  const last = state.undo.at(-1);
  const filters = [
    { value: 'all' as const, text: say('all', { count: cases.length }) },
    { value: 'todo' as const, text: say('todo', { count: todo }) },
    { value: 'passed' as const, text: say('passedOnly', { count: passed }) },
    ...(state.sample.length > 0 ? [{ value: 'sample' as const, text: say('sampled', { count: state.sample.length }) }] : []),
  ];
  const rename = (): void => {
    if (renaming !== undefined) renameSet(path, renaming.trim(), say('undoneTitle'));
    setRenaming(undefined);
  };
  return (
    <header className={styles.bar}>
      <SetChooser paths={paths} path={path} title={set.title} />
      <span className={styles.sum} aria-hidden="true">
        <i className={styles.sumPassed} style={{ flexGrow: passed }} />
        <i
          className={styles.sumWrong}
          style={{ flexGrow: cases.filter(({ outcome }) => outcome === 'differs' || outcome === 'stuck').length }}
        />
        <i
          className={styles.sumOpen}
          style={{ flexGrow: cases.filter(({ outcome }) => outcome === 'open' || outcome === 'notice' || outcome === 'returned').length }}
        />
      </span>
      <Segmented label={say('filter')} options={filters} value={state.filter} onChange={(filter) => review.setState({ filter })} />
      {passed > DRAWN ? (
        <Button
          small
          title={say('drawHint')}
          onClick={() => {
            const sample = drawn(cases, DRAWN, Math.random);
            review.setState({ sample, filter: 'sample', patientId: sample[0] });
          }}
        >
          {say('draw')}
        </Button>
      ) : null}
      <span className={styles.grow} />
      <span className={styles.compared}>
        {state.progress
          ? say('progress', { what: state.progress.what[language], done: state.progress.done, total: state.progress.total })
          : !state.complete
            ? say('stopped')
            : values.length > 0
              ? say('compared', { compared: values.length, equal })
              : say('nothingCompared')}
      </span>
      {last ? (
        <Button small icon="reverse" title={say('undoIt', { what: last.what })} onClick={() => undoSet()}>
          {common('undo')}
        </Button>
      ) : null}
      <Button small onClick={onPaste}>
        {say('pasteTable')}
      </Button>
      <Button small onClick={() => void exportTable(table, say)}>
        {say('exportExcel')}
      </Button>
      {state.progress ? (
        <Button small icon="blocked" onClick={stopReview}>
          {say('stop')}
        </Button>
      ) : (
        <Button small icon="play" keys="Ctrl ↵" onClick={() => void reviewSet()}>
          {say('settleAgain')}
        </Button>
      )}
      <Menu
        lines={[
          { key: 'rename', text: say('renameSet'), icon: 'write', onClick: () => setRenaming(set.title) },
          { key: 'export', text: say('exportSet'), icon: 'export', onClick: () => exportSet(path, set) },
          { key: 'import', text: say('importSet'), icon: 'import', onClick: importing.begin },
          {
            key: 'new',
            text: say('newSet'),
            icon: 'plus',
            onClick: () => void addSet(folderOfSet(path), { title: say('newSetTitle'), patients: [] }, say('undoneSet')),
          },
          'line',
          ...(table.chosen
            ? [
                {
                  key: 'remove',
                  text: say('remove'),
                  icon: 'minus' as const,
                  onClick: () => {
                    const { chosen } = table;
                    if (chosen)
                      changeSet(path, say('undoneRemove', { number: chosen.number }), (own) => ({
                        ...own,
                        patients: own.patients.filter(({ id }) => id !== chosen.patient.id),
                      }));
                  },
                },
              ]
            : []),
          { key: 'delete', text: say('deleteSet'), icon: 'bin', onClick: () => deleteSet(path, say('undoneDelete', { title: set.title })) },
        ]}
      >
        <IconButton icon="more" label={say('more')} hasPopup="menu" />
      </Menu>
      {importing.dialog}
      <Dialog
        open={renaming !== undefined}
        title={say('renameSet')}
        onClose={() => setRenaming(undefined)}
        width={420}
        foot={
          <Button kind="primary" onClick={rename}>
            {say('renameSet')}
          </Button>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            rename();
          }}
        >
          <label className={styles.title}>
            <span>{say('setTitle')}</span>
            <input type="text" maxLength={80} value={renaming ?? ''} onChange={(event) => setRenaming(event.target.value)} />
          </label>
        </form>
      </Dialog>
    </header>
  );
}

/** The sets there are, by area; the one on the table is the heading of the screen. */
function SetChooser({ paths, path, title }: { readonly paths: readonly string[]; readonly path: string; readonly title: string }) {
  const say = useWords(patientsWords);
  const files = useStore(workspace, (now) => now.files);
  return (
    <Menu
      lines={paths.map((one) => {
        const read = setIn(files[one]);
        const name = read?.ok ? read.set.title : one;
        const area = folderOfSet(one).replace(/^\d+-/, '');
        return {
          key: one,
          text: name,
          keys: say('setOf', { folder: area, count: read?.ok ? read.set.patients.length : 0 }),
          ...(one === path ? { icon: 'holds' as const } : {}),
          onClick: () => review.setState((state) => setShown(state, one)),
        };
      })}
    >
      <button type="button" className={styles.chooser} title={say('chooseSet')} aria-haspopup="menu">
        <h2>{title}</h2>
        <span aria-hidden="true" className={styles.caret} />
      </button>
    </Menu>
  );
}
