import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useLater } from '../loop/use-later.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import { chosen, workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { Tag } from '../ui/Tag.tsx';
import styles from './PolicyChooser.module.css';
import { offered, shortName } from './policies.ts';
import { shellWords } from './strings.ts';

/** Policy and year, chosen once for every screen. */
export function PolicyChooser() {
  const say = useWords(shellWords);
  const found = useLater(analysis, (now) => now.analysis);
  const policy = useStore(workspace, (now) => now.policy);
  const day = useStore(workspace, (now) => now.day);
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const summary = useLater(analysis, (now) => summaryOf(now, policy)?.summary);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another analysis offers others
  const areas = useMemo(() => (open ? offered(analysis.getState()) : []), [open, found]);
  const declared = found?.declared.find((one) => one.name === policy);
  const area = declared?.area ?? summary?.area;

  useEffect(() => {
    if (!open) return undefined;
    const away = (event: globalThis.PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    root.current?.querySelector<HTMLElement>('[aria-current="true"], [role="menuitem"]')?.focus();
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  const take = (name: string, from?: string): void => {
    workspace.setState((now) => {
      const files = found?.declared.find((one) => one.name === name)?.files ?? [];
      const openFile = now.openFile !== undefined && files.includes(now.openFile) ? now.openFile : files[0];
      return { ...chosen(now, { policy: name, ...(from === undefined ? {} : { day: from }) }), openFile: openFile ?? now.openFile };
    });
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const move = (by: number): void => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1;
    items[(at + by + items.length) % items.length]?.focus();
  };

  return (
    <div className={styles.chooser} ref={root}>
      <button
        type="button"
        className={styles.button}
        aria-haspopup="menu"
        aria-expanded={open}
        title={say('choosePolicy')}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.name}>
          <b>{policy === undefined ? say('noPolicy') : [area?.name, shortName(policy, area?.name)].filter(Boolean).join(' · ')}</b>
          <Icon name="chevronDown" />
        </span>
        <small>{[area?.code, declared?.scheme ?? summary?.scheme].filter(Boolean).join(' · ')}</small>
      </button>
      {open ? (
        <div
          className={styles.menu}
          role="menu"
          aria-label={say('policies')}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              setOpen(false);
              root.current?.querySelector('button')?.focus();
            } else if (event.key === 'ArrowDown') move(1);
            else if (event.key === 'ArrowUp') move(-1);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          {areas.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of menu items; a fieldset may not stand in a menu
            <div key={group.code} role="group" aria-label={group.name} className={styles.area}>
              <div className={styles.areaName}>
                {group.name} <span>{group.code}</span>
              </div>
              {group.policies.map((one) => (
                <div key={one.name} className={classes(styles.row, one.name === policy && styles.current)} role="none">
                  <button
                    type="button"
                    role="menuitem"
                    aria-current={one.name === policy}
                    className={styles.policy}
                    onClick={() => take(one.name)}
                  >
                    {one.short}
                    {one.errors > 0 ? <Tag tone="verm">{say('errorsIn', { count: one.errors })}</Tag> : null}
                    {one.open > 0 && one.errors === 0 ? <Tag tone="ochre">{say('openIn', { count: one.open })}</Tag> : null}
                  </button>
                  <span className={styles.years} role="none">
                    {one.edges.map((edge, index) => (
                      <button
                        key={edge}
                        type="button"
                        role="menuitem"
                        className={classes(styles.year, one.name === policy && edge === edges(one.edges, day) && styles.chosen)}
                        onClick={() => take(one.name, edge)}
                        title={edge}
                      >
                        {index === 0 ? say('baseVersion', { year: edge.slice(0, 4) }) : say('amendedVersion', { year: edge.slice(0, 4) })}
                      </button>
                    ))}
                  </span>
                </div>
              ))}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** The edge whose version holds on the day. */
const edges = (all: readonly string[], day: string): string | undefined => all.filter((edge) => edge <= day).at(-1);
