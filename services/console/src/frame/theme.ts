import type { ThemeConfig } from 'antd';

/** The house's looks: a calm green, text dark enough for WCAG AA on every ground it stands on. */
export const theme: ThemeConfig = {
  token: {
    // Whoever asks their system for less motion gets none.
    motion: !globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#0b6e5f',
    colorLink: '#0b6e5f',
    colorInfo: '#1d5fa8',
    colorError: '#b3261e',
    colorErrorBg: '#fff1f0',
    colorErrorBorder: '#ffccc7',
    colorTextSecondary: '#595f69',
    colorTextTertiary: '#626975',
    colorTextPlaceholder: '#6b7280',
    colorTextDescription: '#595f69',
    borderRadius: 6,
    fontFamily: 'var(--font)',
  },
  components: {
    Layout: { siderBg: '#ffffff', headerBg: '#ffffff', bodyBg: '#f4f6f6', headerPadding: '0 20px' },
    Menu: { itemSelectedBg: '#e3f1ee', itemSelectedColor: '#084f44' },
  },
};
