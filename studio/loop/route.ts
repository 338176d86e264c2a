import { choiceFromLink, choiceToLink, comparison } from '../store/comparison.ts';
import type { View } from '../store/layout.ts';
import { isView, layout } from '../store/layout.ts';
import { chosen, workspace } from '../store/workspace.ts';
import { sharedState, takeShared } from './linked-state.ts';

/** What a link says: screen, policy, day. Nothing about a patient ever goes into it. */
export interface Place {
  readonly view: View;
  readonly policy?: string;
  readonly day?: string;
  /** What the screen itself says of its state, after a question mark. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A screen that has more to say in a link than policy and day. Nothing personal. */
interface ScreenState {
  /** What it says now; nothing where everything is as at first. */
  readonly read: () => Readonly<Record<string, string>>;
  /** A link says this of it. */
  readonly take: (said: Readonly<Record<string, string>>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const SCREENS: Readonly<Partial<Record<View, ScreenState>>> = {
  compare: {
    read: () => choiceToLink(comparison.getState()),
    take: (said) => comparison.setState((state) => choiceFromLink(state, said)),
    subscribe: (listener) => comparison.subscribe(listener),
  },
};

const moreText = (more: Readonly<Record<string, string>> = {}): string =>
  Object.keys(more).length === 0 ? '' : `?${new URLSearchParams(more).toString()}`;

/** "#/write/绵阳市职工基本医疗保险/2023-05-08", and what the screen says of itself: "?mode=draft" */
export const placeToFragment = ({ view, policy, day, more }: Place): string =>
  `#/${[view, ...(policy === undefined ? [] : [policy, ...(day === undefined ? [] : [day])])].map(encodeURIComponent).join('/')}${moreText(more)}`;

/** Reads a fragment; undefined when it names no screen. */
export function fragmentToPlace(fragment: string): Place | undefined {
  const [path = '', said = ''] = fragment.split('?');
  const [view = '', policy, day] = path
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
  if (!isView(view)) return undefined;
  const more = Object.fromEntries(new URLSearchParams(said));
  return {
    view,
    ...(policy ? { policy } : {}),
    ...(day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
    ...(Object.keys(more).length > 0 ? { more } : {}),
  };
}

/** The address that restores what is on the screen; a made-up patient goes along only when asked for. Everything is behind the #. */
export function linkToHere(withCase: boolean): string {
  const { policy, day } = workspace.getState();
  const { view } = layout.getState();
  const more = { ...SCREENS[view]?.read(), ...sharedState(withCase) };
  const fragment = placeToFragment({ view, ...(policy === undefined ? {} : { policy }), day, more });
  return `${location.origin}${location.pathname}${fragment}`;
}

/** Keeps address bar and stores saying the same. Screen and policy make an entry for Back; a day that is dragged does not. */
export function keepRoute(): () => void {
  const current = (): Place => {
    const { policy, day } = workspace.getState();
    const { view } = layout.getState();
    const more = SCREENS[view]?.read() ?? {};
    return { view, ...(policy === undefined ? {} : { policy }), day, ...(Object.keys(more).length > 0 ? { more } : {}) };
  };
  let shown = current();
  /** While stores take a link in one after the other, what they say together is not yet a place. */
  let following = false;
  const follow = (): void => {
    const place = fragmentToPlace(location.hash);
    if (!place) return;
    const { more: _, ...now } = current();
    shown = { ...now, ...place };
    following = true;
    layout.setState({ view: place.view, overlay: undefined });
    workspace.setState((state) => chosen(state, place));
    SCREENS[place.view]?.take(place.more ?? {});
    takeShared(place.more ?? {}, place.view === 'write');
    following = false;
  };
  const show = (): void => {
    if (following) return;
    const place = current();
    if (
      place.view === shown.view &&
      place.policy === shown.policy &&
      place.day === shown.day &&
      moreText(place.more) === moreText(shown.more)
    )
      return;
    // The policy chosen for the first time belongs to the entry that is already there.
    const push = place.view !== shown.view || (place.policy !== shown.policy && shown.policy !== undefined);
    shown = place;
    history[push ? 'pushState' : 'replaceState'](null, '', placeToFragment(place));
  };
  follow();
  const stops = [layout.subscribe(show), workspace.subscribe(show), ...Object.values(SCREENS).map((screen) => screen.subscribe(show))];
  globalThis.addEventListener('hashchange', follow);
  globalThis.addEventListener('popstate', follow);
  return () => {
    stops.forEach((stop) => {
      stop();
    });
    globalThis.removeEventListener('hashchange', follow);
    globalThis.removeEventListener('popstate', follow);
  };
}
