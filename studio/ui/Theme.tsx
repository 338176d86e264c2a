import type { ReactNode } from 'react';
import { useLayoutEffect } from 'react';
import type { Language } from '../strings/strings.ts';
import './base.css';
import './kit.css';
import type { ThemeName } from './tokens.ts';
import { themeSheet } from './tokens.ts';

const SHEET_ID = 'yice-theme';

const installSheet = (): void => {
  if (document.getElementById(SHEET_ID)) return;
  const sheet = document.createElement('style');
  sheet.id = SHEET_ID;
  sheet.textContent = themeSheet();
  document.head.prepend(sheet);
};

/** Colours and type of everything inside. The component library is told of them where it is used (`Kit`), and comes after the shell. */
export function Theme({
  name,
  language,
  children,
}: {
  readonly name: ThemeName;
  readonly language: Language;
  readonly children: ReactNode;
}) {
  installSheet();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = name;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [name, language]);
  return children;
}
