import { useMemo } from 'react';
import { useStore } from 'zustand';
import { placeToFragment } from '../loop/route.ts';
import { useLater } from '../loop/use-later.ts';
import { analysis, countOf } from '../store/analysis.ts';
import type { View } from '../store/layout.ts';
import { layout, VIEWS } from '../store/layout.ts';
import { workspace } from '../store/workspace.ts';
import { useWords } from '../strings/use-words.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icons.ts';
import styles from './Rail.module.css';
import { shellWords } from './strings.ts';

const ICON: Readonly<Record<View, IconName>> = {
  start: 'start',
  write: 'write',
  annual: 'annual',
  simulate: 'simulate',
  patients: 'table',
  compare: 'compare',
  check: 'check',
  export: 'export',
};
/** A line stands before the screens that begin something new: the work, the handing over. */
const LINE_BEFORE: readonly View[] = ['write', 'export'];

/** The screens in the order of work. */
export function Rail() {
  const say = useWords(shellWords);
  const view = useStore(layout, (now) => now.view);
  const policy = useStore(workspace, (now) => now.policy);
  const day = useStore(workspace, (now) => now.day);
  const diagnostics = useLater(analysis, (now) => now.analysis?.diagnostics);
  const count = useMemo(() => countOf(diagnostics ?? []), [diagnostics]);
  const failing = useLater(analysis, (now) => now.scenarios.filter((scenario) => !scenario.pass).length);

  const badge = (of: View): { readonly count: number; readonly tone: 'verm' | 'ochre'; readonly words: string } | undefined => {
    if (of === 'write' && count.error > 0) return { count: count.error, tone: 'verm', words: say('errorsIn', { count: count.error }) };
    if (of === 'write' && count.warning > 0)
      return { count: count.warning, tone: 'ochre', words: say('openItems', { count: count.warning }) };
    if (of === 'check' && failing > 0) return { count: failing, tone: 'verm', words: say('failing', { count: failing }) };
    return undefined;
  };

  return (
    <nav className={styles.rail} aria-label={say('mainNavigation')}>
      {VIEWS.map((of) => {
        const mark = badge(of);
        return (
          <span key={of} className={styles.slot}>
            {LINE_BEFORE.includes(of) ? <hr className={styles.line} /> : null}
            <a
              className={classes(styles.item, of === view && styles.on)}
              aria-current={of === view ? 'page' : undefined}
              href={placeToFragment({ view: of, ...(policy === undefined ? {} : { policy, day }) })}
            >
              <Icon name={ICON[of]} size={20} />
              {say(of)}
              {mark ? (
                <span className={classes(styles.dot, styles[mark.tone])} title={mark.words}>
                  <span aria-hidden="true">{mark.count > 99 ? '99+' : mark.count}</span>
                  <span className="unseen">{mark.words}</span>
                </span>
              ) : null}
            </a>
          </span>
        );
      })}
    </nav>
  );
}
