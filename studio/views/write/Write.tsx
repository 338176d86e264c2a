import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DocumentEntry } from '../../storage/delivered.ts';
import { layout } from '../../store/layout.ts';
import { useWords } from '../../strings/use-words.ts';
import type { PaneSpec } from '../../ui/Panels.tsx';
import { Panels } from '../../ui/Panels.tsx';
import { Crumbs } from './Crumbs.tsx';
import { ProblemsPane } from './ProblemsPane.tsx';
import { SidePane } from './SidePane.tsx';
import { SourcePane } from './SourcePane.tsx';
import { writeWords } from './strings.ts';
import { TextPane } from './TextPane.tsx';
import { Wires } from './Wires.tsx';
import styles from './Write.module.css';

const FOLDED_PX = 38;

/** Which rule did this sentence become, and is it right? */
export default function Write() {
  const say = useWords(writeWords);
  const { documentOpen, textOpen, problemsOpen, sizes, reveals } = useStore(layout);
  const wires = useRef<{ redraw: () => void }>(null);
  const [entries, setEntries] = useState<Readonly<Record<string, DocumentEntry>>>({});
  const redraw = useRef(() => wires.current?.redraw()).current;
  const group = textOpen ? (documentOpen ? 'writeAll' : 'writeText') : documentOpen ? 'writeSource' : 'writeTable';
  const keep = (name: string) => (next: Readonly<Record<string, number>>) =>
    layout.setState((state) => ({ sizes: { ...state.sizes, [name]: next } }));

  useEffect(() => {
    void import('../../storage/delivered.ts').then(({ documentEntries }) => setEntries(documentEntries()));
  }, []);

  const panes: readonly PaneSpec[] = [
    ...(documentOpen
      ? [{ id: 'source', name: say('source'), size: 360, min: 240, content: <SourcePane entries={entries} onScroll={redraw} /> }]
      : []),
    ...(textOpen ? [{ id: 'text', name: say('text'), min: 360, content: <TextPane onScroll={redraw} /> }] : []),
    ...(documentOpen || !textOpen
      ? [{ id: 'side', name: say('table'), min: 300, ...(textOpen ? { size: 424 } : {}), content: <SidePane onScroll={redraw} /> }]
      : []),
  ];
  const keptGroup = sizes[group];
  const keptRows = sizes.writeRows;
  const across = (
    <Panels
      key={group}
      id={group}
      panes={panes}
      {...(keptGroup ? { sizes: keptGroup } : {})}
      onSizes={keep(group)}
      tabsBelow={1000}
      front={{ pane: textOpen ? 'text' : 'side', turn: reveals }}
      tabsLabel={say('side')}
    />
  );
  return (
    <div className={styles.write}>
      <Crumbs />
      <div className={styles.rest}>
        <Panels
          id="writeRows"
          orientation="vertical"
          {...(keptRows && problemsOpen ? { sizes: keptRows } : {})}
          onSizes={keep('writeRows')}
          panes={[
            { id: 'across', name: say('text'), min: 200, content: across },
            {
              id: 'problems',
              name: say('problems'),
              content: <ProblemsPane />,
              ...(problemsOpen ? { size: 168, min: 76 } : { size: FOLDED_PX, min: FOLDED_PX, max: FOLDED_PX }),
            },
          ]}
        />
      </div>
      <Wires handle={wires} />
    </div>
  );
}
