import { layout } from '../store/layout.ts';
import { preferences } from '../store/preferences.ts';
import type { Device } from './schema.ts';
import { deviceSchema } from './schema.ts';

const KEY = 'yice.device';

const read = (): Device | undefined => {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? undefined : deviceSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // Private windows may refuse access altogether; the page then starts as if new.
    return undefined;
  }
};

/** Puts language, theme and pane sizes of this device in place; read before the first paint, so that nothing flashes. */
export function restoreDevice(): void {
  const device = read();
  if (!device) return;
  preferences.setState({ language: device.language, theme: device.theme, screenReader: device.screenReader, name: device.name ?? '' });
  layout.setState({
    sizes: device.sizes,
    problemsOpen: device.problemsOpen,
    documentOpen: device.documentOpen,
    textOpen: device.textOpen ?? true,
    side: device.side ?? 'table',
  });
}

/** Writes them at every change; they are small. Returns the way to stop. */
export function keepDevice(): () => void {
  const write = (): void => {
    const { language, theme, screenReader, name } = preferences.getState();
    const { sizes, problemsOpen, documentOpen, textOpen, side } = layout.getState();
    try {
      localStorage.setItem(
        KEY,
        JSON.stringify({ language, theme, screenReader, name, sizes, problemsOpen, documentOpen, textOpen, side } satisfies Device),
      );
    } catch {
      // Nothing is lost but a preference.
    }
  };
  const stops = [preferences.subscribe(write), layout.subscribe(write)];
  return () =>
    stops.forEach((stop) => {
      stop();
    });
}
