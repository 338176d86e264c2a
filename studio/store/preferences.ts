// Scope: device. How this person likes to work.
import { createStore } from 'zustand/vanilla';

export type Language = 'zh' | 'en';
/** `system` follows the operating system. */
export type ThemeChoice = 'light' | 'dark' | 'system';

export interface PreferencesState {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly screenReader: boolean;
  /** Under which this person sends and signs; '' until it is typed the first time. */
  readonly name: string;
}

/** Chinese first; the switch is at the top right. */
export const preferences = createStore<PreferencesState>(() => ({ language: 'zh', theme: 'system', screenReader: false, name: '' }));

/** The theme to paint, given what the system says. */
export const effectiveTheme = (choice: ThemeChoice, systemDark: boolean): 'light' | 'dark' =>
  choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
