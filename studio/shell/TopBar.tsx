import { useStore } from 'zustand';
import { printed } from '../commands/command.ts';
import { useLater } from '../loop/use-later.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import { layout } from '../store/layout.ts';
import type { ThemeChoice } from '../store/preferences.ts';
import { preferences } from '../store/preferences.ts';
import { simulation } from '../store/simulation.ts';
import { chosen, workspace } from '../store/workspace.ts';
import { commonWords } from '../strings/common.ts';
import { useWords } from '../strings/use-words.ts';
import { IconButton, Keys } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon, Mark } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icons.ts';
import { PolicyChooser } from './PolicyChooser.tsx';
import { SignTag } from './SignTag.tsx';
import { shellWords } from './strings.ts';
import styles from './TopBar.module.css';
import { VersionRuler } from './VersionRuler.tsx';

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };
const THEME_ICON: Readonly<Record<ThemeChoice, IconName>> = { system: 'system', light: 'sun', dark: 'moon' };
const THEME_WORD = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

/** What every screen is about, and what holds for all of them. */
export function TopBar() {
  const say = useWords(shellWords);
  const sayCommon = useWords(commonWords);
  const policy = useStore(workspace, (now) => now.policy);
  const day = useStore(workspace, (now) => now.day);
  const summary = useLater(analysis, (now) => summaryOf(now, policy)?.summary);
  const fresh = useLater(analysis, (now) => summaryOf(now, policy)?.fresh === true);
  const knownOn = useStore(simulation, (now) => now.knownOn);
  const { language, theme } = useStore(preferences);

  return (
    <header className={styles.top}>
      <span className={styles.logo}>
        <Mark />
      </span>
      {policy === undefined ? (
        <span className={styles.product}>
          <b>{sayCommon('product')}</b>
          <small>{say('tagline')}</small>
        </span>
      ) : (
        <PolicyChooser />
      )}
      {summary ? (
        <span className={classes(styles.ruler, !fresh && styles.stale)} title={fresh ? undefined : say('stale')}>
          <VersionRuler
            timeline={summary.timeline}
            day={day}
            knownOn={knownOn}
            onDay={(next) => workspace.setState((now) => chosen(now, { day: next }))}
          />
        </span>
      ) : null}
      <SignTag />
      <span className={styles.grow} />
      {policy === undefined ? null : (
        <IconButton icon="link" label={say('share')} hasPopup="dialog" onClick={() => layout.setState({ overlay: 'share' })} />
      )}
      <button
        type="button"
        className={styles.find}
        aria-haspopup="dialog"
        aria-label={say('find')}
        onClick={() => layout.setState({ overlay: 'palette' })}
      >
        <Icon name="search" />
        <span className={styles.findText}>{say('find')}</span>
        <Keys>{printed({ key: 'k', mod: true })}</Keys>
      </button>
      <button
        type="button"
        className={styles.language}
        aria-label={say('toEnglish')}
        title={say('toEnglish')}
        onClick={() => preferences.setState({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        <span className={classes(language === 'zh' && styles.spoken)}>{say('chinese')}</span> {'/'}{' '}
        <span className={classes(language === 'en' && styles.spoken)}>{say('english')}</span>
      </button>
      <IconButton
        icon={THEME_ICON[theme]}
        label={[say('theme'), say(THEME_WORD[theme])].join(' · ')}
        onClick={() => preferences.setState({ theme: NEXT_THEME[theme] })}
      />
    </header>
  );
}
