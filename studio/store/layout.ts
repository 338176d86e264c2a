// Scope: device. Which screen is open and how the panes are divided on this machine.
import { createStore } from 'zustand/vanilla';

/** The screens that exist, in the order of work. */
export const VIEWS = ['start', 'write', 'simulate', 'check', 'export'] as const;
export type View = (typeof VIEWS)[number];

/** What floats over the screen. */
export type Overlay = 'palette' | 'keys' | 'policies' | 'paste' | 'history' | 'incoming' | undefined;

export interface LayoutState {
  readonly view: View;
  readonly overlay: Overlay;
  /** Percent per pane, by group name. */
  readonly sizes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly problemsOpen: boolean;
  readonly documentOpen: boolean;
  /** How often a place in the text was asked for; each time the text comes to the front. */
  readonly reveals: number;
}

/** How the page is divided. */
export const layout = createStore<LayoutState>(() => ({
  view: 'start',
  overlay: undefined,
  sizes: {},
  problemsOpen: true,
  documentOpen: true,
  reveals: 0,
}));

/** Whether a text names a screen, for links. */
export const isView = (text: string): text is View => VIEWS.some((view) => view === text);
