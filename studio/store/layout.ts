// Scope: device. Which screen is open and how the panes are divided on this machine.
import { createStore } from 'zustand/vanilla';

/** The screens that exist, in the order of work. */
export const VIEWS = ['start', 'write', 'annual', 'simulate', 'patients', 'compare', 'check', 'export'] as const;
export type View = (typeof VIEWS)[number];

/** What can stand beside the text. */
export type Side = 'table' | 'scenarios' | 'outline';

/** What floats over the screen. */
export type Overlay = 'palette' | 'keys' | 'policies' | 'paste' | 'word' | 'share' | 'history' | 'incoming' | undefined;

export interface LayoutState {
  readonly view: View;
  readonly overlay: Overlay;
  /** Percent per pane, by group name. */
  readonly sizes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly problemsOpen: boolean;
  /** Panes of the write view: notice and text shown with the table, or either without the other; the text alone has no table. */
  readonly documentOpen: boolean;
  readonly textOpen: boolean;
  /** What stands beside the text. */
  readonly side: Side;
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
  textOpen: true,
  side: 'table',
  reveals: 0,
}));

/** Whether a text names a screen, for links. */
export const isView = (text: string): text is View => VIEWS.some((view) => view === text);
