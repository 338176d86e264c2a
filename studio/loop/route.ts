import type { View } from '../store/layout.ts';
import { isView, layout } from '../store/layout.ts';
import { chosen, workspace } from '../store/workspace.ts';

/** What a link says: screen, policy, day. Nothing about a patient ever goes into it. */
export interface Place {
  readonly view: View;
  readonly policy?: string;
  readonly day?: string;
}

/** "#/write/绵阳市职工基本医疗保险/2023-05-08" */
export const placeToFragment = ({ view, policy, day }: Place): string =>
  `#/${[view, ...(policy === undefined ? [] : [policy, ...(day === undefined ? [] : [day])])].map(encodeURIComponent).join('/')}`;

/** Reads a fragment; undefined when it names no screen. */
export function fragmentToPlace(fragment: string): Place | undefined {
  const [view = '', policy, day] = fragment
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
  return { view, ...(policy ? { policy } : {}), ...(day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}) };
}

/** Keeps address bar and stores saying the same. Screen and policy make an entry for Back; a day that is dragged does not. */
export function keepRoute(): () => void {
  const current = (): Place => {
    const { policy, day } = workspace.getState();
    return { view: layout.getState().view, ...(policy === undefined ? {} : { policy }), day };
  };
  let shown = current();
  /** While stores take a link in one after the other, what they say together is not yet a place. */
  let following = false;
  const follow = (): void => {
    const place = fragmentToPlace(location.hash);
    if (!place) return;
    shown = { ...current(), ...place };
    following = true;
    layout.setState({ view: place.view, overlay: undefined });
    workspace.setState((state) => chosen(state, place));
    following = false;
  };
  const show = (): void => {
    if (following) return;
    const place = current();
    if (place.view === shown.view && place.policy === shown.policy && place.day === shown.day) return;
    // The policy chosen for the first time belongs to the entry that is already there.
    const push = place.view !== shown.view || (place.policy !== shown.policy && shown.policy !== undefined);
    shown = place;
    history[push ? 'pushState' : 'replaceState'](null, '', placeToFragment(place));
  };
  follow();
  const stops = [layout.subscribe(show), workspace.subscribe(show)];
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
