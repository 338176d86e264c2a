import { useStore } from 'zustand';
import type { SideWanted } from '../../loop/compare.ts';
import { analysis, summaryOf } from '../../store/analysis.ts';
import type { SideName } from '../../store/comparison.ts';
import { comparison, sideWished } from '../../store/comparison.ts';
import { edgesOf } from '../../store/versions.ts';
import { useWords } from '../../strings/use-words.ts';
import type { MenuLine } from '../../ui/Floating.tsx';
import { Menu } from '../../ui/Floating.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Compare.module.css';
import { wishedSide } from './sides.ts';
import { compareWords } from './strings.ts';
import { useSideName } from './use-side-name.ts';

/** One side: how its line is drawn, which version, which day. The versions of its policy are one click away. */
export function SideButton({ place, side, onMore }: { readonly place: SideName; readonly side: SideWanted; readonly onMore: () => void }) {
  const say = useWords(compareWords);
  const choice = useStore(comparison);
  const state = useStore(analysis);
  const name = useSideName(side);
  const summary = summaryOf(state, side.policy)?.summary;
  const versions = (summary ? edgesOf(summary) : []).map(
    ({ day, amended }): MenuLine => ({
      key: day,
      text: say(amended ? 'amendedVersion' : 'baseVersion', { year: day.slice(0, 4) }),
      keys: day,
      onClick: () => comparison.setState((now) => sideWished(now, wishedSide(now, place), { ...now[wishedSide(now, place)], day })),
    }),
  );
  return (
    <Menu
      lines={[
        ...versions,
        ...(versions.length > 0 ? (['line'] as const) : []),
        { key: 'more', text: say(choice.mode === 'areas' ? 'otherPolicy' : 'otherDay'), icon: 'calendar', onClick: onMore },
      ]}
    >
      <button
        type="button"
        className={styles.side}
        aria-label={say('chooseSide', { side: say(place === 'before' ? 'beforeSide' : 'afterSide'), now: `${name} ${side.day}` })}
      >
        <span className={place === 'before' ? styles.dashed : styles.solid} aria-hidden="true" />
        <b>{name}</b>
        <span className={styles.sideDay}>{side.day}</span>
        <Icon name="chevronDown" size={14} />
      </button>
    </Menu>
  );
}
