import { preferences } from '../store/preferences.ts';
import type { Command } from './command.ts';

export const switchLanguage: Command = {
  id: 'switch-language',
  label: { zh: '界面换成英文', en: 'Show the product in Chinese' },
  initials: 'jmhcyw',
  run: () => preferences.setState((state) => ({ language: state.language === 'zh' ? 'en' : 'zh' })),
};

export const switchTheme: Command = {
  id: 'switch-theme',
  label: { zh: '换深浅色', en: 'Switch light and dark' },
  initials: 'hsqs',
  run: () => preferences.setState((state) => ({ theme: state.theme === 'dark' ? 'light' : 'dark' })),
};

export const screenReader: Command = {
  id: 'screen-reader',
  label: { zh: '读屏模式开关', en: 'Screen-reader mode on or off' },
  initials: 'dpmskg',
  run: () => preferences.setState((state) => ({ screenReader: !state.screenReader })),
};
