import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import styles from './App.module.css';
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
import { Theme } from './ui/Theme.tsx';

const SCREENS: Readonly<Record<View, ComponentType>> = {
  start: lazy(() => import('./views/start/Start.tsx')),
  write: lazy(() => import('./views/write/Write.tsx')),
  annual: lazy(() => import('./views/annual/Annual.tsx')),
  simulate: lazy(() => import('./views/simulate/Simulate.tsx')),
  patients: lazy(() => import('./views/patients/Patients.tsx')),
  compare: lazy(() => import('./views/compare/Compare.tsx')),
  check: lazy(() => import('./views/check/Check.tsx')),
  export: lazy(() => import('./views/export/Export.tsx')),
};
const loadPalette = () => import('./shell/Palette.tsx').then(({ Palette: component }) => ({ default: component }));
const Palette = lazy(loadPalette);
// Typed into at once when it opens: it is there before it is asked for.
globalThis.requestIdleCallback?.(() => void loadPalette());
const WordPage = lazy(() => import('./shell/WordPage.tsx').then(({ WordPage: component }) => ({ default: component })));
const PasteNotice = lazy(() => import('./shell/PasteNotice.tsx').then(({ PasteNotice: component }) => ({ default: component })));
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
  return (
    <Theme name={name} language={language}>
      <div className={styles.app}>
        <TopBar />
        <Rail />
        <main className={styles.main}>
          <Boundary key={view}>
            <Suspense fallback={null}>
              <Screen />
            </Suspense>
          </Boundary>
        </main>
        <StatusBar />
        <NoticeDesk />
      </div>
      <Suspense fallback={null}>
        {overlay === 'palette' ? <Palette /> : null}
        {overlay === 'word' ? <WordPage /> : null}
        {overlay === 'paste' ? <PasteNotice /> : null}
        {walking ? <Guide /> : null}
        {overlay === 'history' ? <History /> : null}
        {overlay === 'incoming' ? <Incoming /> : null}
        {overlay === 'keys' ? <KeySheet /> : null}
      </Suspense>
    </Theme>
  );
}
