import { ConfigProvider, theme as kit } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import type { Language } from '../strings/strings.ts';
import type { ThemeName } from './tokens.ts';
import { faces, palettes } from './tokens.ts';

/** The compact algorithm makes type smaller than anybody should have to read; ours comes after it. */
const ownType: typeof kit.compactAlgorithm = (seed, map) => ({
  ...(map ?? kit.compactAlgorithm(seed)),
  fontSize: 13,
  fontSizeSM: 12,
  fontSizeLG: 15,
  controlHeight: 28,
});

const kitTheme = (name: ThemeName): Parameters<typeof ConfigProvider>[0]['theme'] => {
  const p = palettes[name];
  return {
    // Compact last: it derives its sizes from what the colour algorithm leaves.
    algorithm: [name === 'dark' ? kit.darkAlgorithm : kit.defaultAlgorithm, kit.compactAlgorithm, ownType],
    cssVar: { key: 'yice' },
    hashed: false,
    token: {
      colorPrimary: p.jade,
      colorInfo: p.indigo,
      colorSuccess: p.jade,
      colorWarning: p.ochre,
      colorError: p.verm,
      colorLink: p.indigo,
      colorText: p.ink,
      colorTextSecondary: p['ink-2'],
      colorTextTertiary: p['ink-3'],
      colorTextPlaceholder: p['ink-3'],
      colorTextDescription: p['ink-3'],
      colorTextLightSolid: p['jade-ink'],
      colorBgBase: p.surface,
      colorBgContainer: p.surface,
      colorBgElevated: p.surface,
      colorBgLayout: p.paper,
      colorBorder: p.ctl,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      colorFillSecondary: p.sunken,
      colorFillTertiary: p['surface-2'],
      controlItemBgHover: p.sunken,
      controlItemBgActive: p['jade-soft'],
      controlItemBgActiveHover: p['jade-soft'],
      controlOutline: 'transparent',
      fontFamily: faces.ui,
      fontFamilyCode: faces.mono,
      borderRadius: 5,
      borderRadiusSM: 4,
      borderRadiusLG: 8,
      boxShadow: p.shadow,
      boxShadowSecondary: p.shadow,
      motion: false,
      wireframe: false,
    },
    components: {
      Select: {
        activeBorderColor: p.indigo,
        hoverBorderColor: p['ink-3'],
        activeOutlineColor: 'transparent',
        optionSelectedColor: p.jade,
        optionSelectedBg: p['jade-soft'],
        optionActiveBg: p.sunken,
        multipleItemBg: p.sunken,
        optionPadding: '4px 10px',
      },
      Tooltip: { colorBgSpotlight: p.ink, colorTextLightSolid: p.surface, fontSize: 12 },
      Modal: { contentBg: p.surface, headerBg: p.surface, titleFontSize: 15 },
      Dropdown: { controlItemBgHover: p.sunken, paddingBlock: 5 },
      Switch: { handleBg: p.surface, trackHeight: 18, trackMinWidth: 34, handleSize: 14 },
    },
  };
};

/** The component library in our colours and type. Calm: no wave, no motion, no pictures of emptiness. */
export function Kit({ name, language, children }: { readonly name: ThemeName; readonly language: Language; readonly children: ReactNode }) {
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={kitTheme(name) ?? {}}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      renderEmpty={() => null}
    >
      {children}
    </ConfigProvider>
  );
}
