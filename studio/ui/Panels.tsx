import type { ReactNode } from 'react';
import { Fragment, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { classes } from './classes.ts';
import styles from './Panels.module.css';
import { useWindowWidth } from './use-window-width.ts';

/** One pane of a divided screen. */
export interface PaneSpec {
  readonly id: string;
  /** Its name on the tab when there is no room beside the others. */
  readonly name: string;
  readonly content: ReactNode;
  /** Pixels it has at first. Panes with a width keep it when the window grows; the one without takes the rest. */
  readonly size?: number;
  readonly min?: number;
  readonly max?: number;
}

interface PanelsProps {
  /** Group name under which sizes are kept. */
  readonly id: string;
  readonly panes: readonly PaneSpec[];
  readonly orientation?: 'horizontal' | 'vertical';
  /** Percent per pane as kept from before. */
  readonly sizes?: Readonly<Record<string, number>>;
  readonly onSizes?: (sizes: Readonly<Record<string, number>>) => void;
  /** Below this window width in CSS pixels the panes become tabs, so that nothing scrolls both ways. 0: never. */
  readonly tabsBelow?: number;
  readonly tabsLabel?: string;
  /** The pane that comes to the front where panes are tabs: at first, and again whenever `turn` grows. */
  readonly front?: { readonly pane: string; readonly turn: number };
}

/** Panes side by side with movable edges, or as tabs where the window is narrow (or zoomed). */
export function Panels({ id, panes, orientation = 'horizontal', sizes, onSizes, tabsBelow = 0, tabsLabel, front }: PanelsProps) {
  const width = useWindowWidth();
  if (width < tabsBelow) return <Tabs id={id} panes={panes} label={tabsLabel} front={front} />;
  // Sizes kept for another set of panes would be refused by the library.
  const kept =
    sizes !== undefined && panes.every((pane) => sizes[pane.id] !== undefined) && Object.keys(sizes).length === panes.length
      ? sizes
      : undefined;
  return (
    <Group
      id={id}
      orientation={orientation}
      className={styles.group}
      {...(kept ? { defaultLayout: kept } : {})}
      onLayoutChanged={(layout, how) => {
        if (how.isUserInteraction) onSizes?.(layout);
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index === 0 ? null : <Separator className={classes(styles.edge, orientation === 'vertical' && styles.flat)} />}
          <Panel
            id={pane.id}
            className={styles.pane}
            // The library would let the pane scroll; its content does that itself.
            style={{ overflow: 'hidden' }}
            minSize={pane.min ?? 160}
            {...(pane.max === undefined ? {} : { maxSize: pane.max })}
            {...(pane.size === undefined ? {} : { defaultSize: pane.size, groupResizeBehavior: 'preserve-pixel-size' as const })}
          >
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

interface TabsProps {
  readonly id: string;
  readonly panes: readonly PaneSpec[];
  readonly label: string | undefined;
  readonly front: PanelsProps['front'];
}

function Tabs({ id, panes, label, front }: TabsProps) {
  const [chosen, choose] = useState(front?.pane ?? panes[0]?.id);
  const [turn, setTurn] = useState(front?.turn);
  if (front && front.turn !== turn) {
    setTurn(front.turn);
    choose(front.pane);
  }
  const move = (from: number, by: number): void => {
    const next = panes[(from + by + panes.length) % panes.length];
    if (!next) return;
    choose(next.id);
    document.getElementById(`${id}-tab-${next.id}`)?.focus();
  };
  return (
    <div className={styles.tabbed}>
      <div role="tablist" aria-label={label} className={styles.tabs}>
        {panes.map((pane, index) => (
          <button
            key={pane.id}
            id={`${id}-tab-${pane.id}`}
            type="button"
            role="tab"
            aria-selected={pane.id === chosen}
            aria-controls={`${id}-panel-${pane.id}`}
            tabIndex={pane.id === chosen ? 0 : -1}
            className={styles.tab}
            onClick={() => choose(pane.id)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(index, 1);
              if (event.key === 'ArrowLeft') move(index, -1);
            }}
          >
            {pane.name}
          </button>
        ))}
      </div>
      {panes.map((pane) => (
        <div
          key={pane.id}
          id={`${id}-panel-${pane.id}`}
          role="tabpanel"
          aria-labelledby={`${id}-tab-${pane.id}`}
          hidden={pane.id !== chosen}
          className={styles.panel}
        >
          {pane.content}
        </div>
      ))}
    </div>
  );
}
