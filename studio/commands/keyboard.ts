import { isComposing } from '../loop/composition.ts';
import { layout } from '../store/layout.ts';
import { commands } from './all.ts';
import { matches } from './command.ts';

const typingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.classList.contains('native-edit-context'));

/**
 * Listens before anything else does, so that the editor's own chords on Ctrl+K and F8 give way. A key that ends a composition is the
 * input method's. Returns the way to stop.
 */
export function listenToKeys(): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing || isComposing()) return;
    if (event.key === 'Escape' && layout.getState().overlay !== undefined) {
      layout.setState({ overlay: undefined });
      event.preventDefault();
      return;
    }
    const command = commands.find(
      ({ chord, inEditor, when }) => chord && inEditor === undefined && matches(chord, event) && (when?.() ?? true),
    );
    if (!command?.chord) return;
    const plain = !command.chord.mod && !command.chord.alt && command.chord.key.length === 1;
    if (plain && typingIn(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    command.run();
  };
  globalThis.addEventListener('keydown', press, true);
  return () => globalThis.removeEventListener('keydown', press, true);
}
