import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Deep pine green: calm, official, and far from the red that means "on air". */
const pine: MantineColorsTuple = [
  '#e9f7f4',
  '#d3ece7',
  '#a6d9d0',
  '#75c5b8',
  '#4db4a4',
  '#2ea595',
  '#178f80',
  '#0b776b',
  '#0a5f57',
  '#074842',
];

/** On air, and nothing else. */
const flame: MantineColorsTuple = [
  '#fff1ea',
  '#ffe0d2',
  '#fcbea2',
  '#f99a6f',
  '#f67b45',
  '#f0642a',
  '#dd5218',
  '#c44510',
  '#a8380b',
  '#8a2c06',
];

const dark: MantineColorsTuple = [
  '#dde5e4',
  '#bfcac9',
  '#9aa8a8',
  '#6c7c7d',
  '#435354',
  '#324142',
  '#233031',
  '#182223',
  '#111a1b',
  '#0b1213',
];

const fonts =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export const theme = createTheme({
  colors: { pine, flame, dark },
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: '650' },
  black: '#142322',
  respectReducedMotion: true,
  components: {
    // `lockScroll` would insert an inline style; base.css locks the page by a selector instead.
    Drawer: { defaultProps: { lockScroll: false } },
    Modal: { defaultProps: { lockScroll: false, centered: true } },
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Card: { defaultProps: { withBorder: true } },
  },
});

/** What the defaults get wrong: quiet text must still reach a contrast of 4.5 : 1. */
export const themeVariablesOf: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f8f7',
    '--mantine-color-dimmed': '#53605f',
    '--mantine-color-placeholder': '#697675',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-default-border': '#dbe2e0',
    '--app-surface': '#ffffff',
    '--app-line': '#e1e8e6',
    '--app-banner': '#0a4f49',
    '--app-pay': 'var(--mantine-color-flame-8)',
    '--app-live': 'var(--mantine-color-flame-7)',
  },
  dark: {
    '--mantine-color-body': '#111a1b',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--app-surface': '#182223',
    '--app-line': '#2a3839',
    '--app-banner': '#0b3d39',
    '--app-pay': 'var(--mantine-color-flame-3)',
    '--app-live': 'var(--mantine-color-flame-4)',
  },
});
