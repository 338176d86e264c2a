import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import styles from './App.module.css';
import { Still } from './loop/use-later.ts';
import { Boundary } from './shell/Boundary.tsx';
import { NoticeDesk } from './shell/NoticeDesk.tsx';
import { Rail } from './shell/Rail.tsx';
import { StatusBar } from './shell/StatusBar.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useSystemDark } from './shell/use-system-dark.ts';
import { guide } from './store/guide.ts';
import type { View } from './store/layout.ts';
import { layout } from './store/layout.ts';
import { effectiveTheme, preferences } from './store/preferences.ts';
import { Speech } from './strings/use-words.ts';
import { Theme } from './ui/Theme.tsx';

type Load = () => Promise<{ readonly default: ComponentType }>;

const LOAD: Readonly<Record<View, Load>> = {
  start: () => import('./views/start/Start.tsx'),
  write: () => import('./views/write/Write.tsx'),
  annual: () => import('./views/annual/Annual.tsx'),
  simulate: () => import('./views/simulate/Simulate.tsx'),
  patients: () => import('./views/patients/Patients.tsx'),
  compare: () => import('./views/compare/Compare.tsx'),
  check: () => import('./views/check/Check.tsx'),
  export: () => import('./views/export/Export.tsx'),
};
const SCREENS: Readonly<Record<View, ComponentType>> = {
  start: lazy(LOAD.start),
  write: lazy(LOAD.write),
  annual: lazy(LOAD.annual),
  simulate: lazy(LOAD.simulate),
  patients: lazy(LOAD.patients),
  compare: lazy(LOAD.compare),
  check: lazy(LOAD.check),
  export: lazy(LOAD.export),
};
/** Asks for the code of a screen before it is shown; what goes wrong then is said where it is shown. */
export const prepareScreen = (view: View): void => void LOAD[view]().catch(() => undefined);

// The component library comes with the first screen, after the shell stands.
const Kit = lazy(() => import('./ui/Kit.tsx').then(({ Kit: component }) => ({ default: component })));
const loadPalette = () => import('./shell/Palette.tsx').then(({ Palette: component }) => ({ default: component }));
const Palette = lazy(loadPalette);
// Typed into at once when it opens: it is there before it is asked for.
globalThis.requestIdleCallback?.(() => void loadPalette());
const WordPage = lazy(() => import('./shell/WordPage.tsx').then(({ WordPage: component }) => ({ default: component })));
const PasteNotice = lazy(() => import('./shell/PasteNotice.tsx').then(({ PasteNotice: component }) => ({ default: component })));
const Share = lazy(() => import('./shell/Share.tsx').then(({ Share: component }) => ({ default: component })));
const KeySheet = lazy(() => import('./shell/KeySheet.tsx').then(({ KeySheet: component }) => ({ default: component })));
const History = lazy(() => import('./shell/History.tsx').then(({ History: component }) => ({ default: component })));
const Guide = lazy(() => import('./shell/Guide.tsx').then(({ Guide: component }) => ({ default: component })));
const Incoming = lazy(() => import('./shell/Incoming.tsx').then(({ Incoming: component }) => ({ default: component })));

/** The shell: layout and routes, no state of its own. */
export function App() {
  const { view, overlay } = useStore(layout);
  const { language, theme } = useStore(preferences);
  const walking = useStore(guide, (now) => now.walking);
  const name = effectiveTheme(theme, useSystemDark());
  const Screen = SCREENS[view];
  // Asked for together with the component library around it, not after it.
  prepareScreen(view);
  return (
    <Theme name={name} language={language}>
      <Speech>
        <Still />
        <div className={styles.app}>
          <TopBar />
          <Rail />
          <main className={styles.main}>
            <Boundary key={view}>
              <Suspense fallback={null}>
                <Kit name={name} language={language}>
                  <Screen />
                </Kit>
              </Suspense>
            </Boundary>
          </main>
          <StatusBar />
          <NoticeDesk />
        </div>
        <Suspense fallback={null}>
          {overlay !== undefined || walking ? (
            <Kit name={name} language={language}>
              {overlay === 'palette' ? <Palette /> : null}
              {overlay === 'word' ? <WordPage /> : null}
              {overlay === 'paste' ? <PasteNotice /> : null}
              {walking ? <Guide /> : null}
              {overlay === 'history' ? <History /> : null}
              {overlay === 'incoming' ? <Incoming /> : null}
              {overlay === 'keys' ? <KeySheet /> : null}
              {overlay === 'share' ? <Share /> : null}
            </Kit>
          ) : null}
        </Suspense>
      </Speech>
    </Theme>
  );
}
