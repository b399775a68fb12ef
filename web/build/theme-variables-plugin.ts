import {
  convertCssVariables,
  defaultCssVariablesResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { theme, themeVariablesOf } from '../src/theme.ts';

const address = 'virtual:theme-variables.css';
const resolved = `\0${address}`;

/**
 * The theme's CSS variables as a file of the build. Mantine would write them into an inline
 * `<style>` at run time, which a policy of `style-src 'self'` refuses.
 */
export function themeVariables(): Plugin {
  return {
    name: 'theme-variables',
    resolveId: (id) => (id === address ? resolved : null),
    load: (id) => (id === resolved ? css() : null),
  };
}

function css(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = themeVariablesOf(merged);
  const known = defaultCssVariablesResolver(DEFAULT_THEME);
  return convertCssVariables(
    {
      variables: changed({ ...base.variables, ...own.variables }, known.variables),
      light: changed({ ...base.light, ...own.light }, known.light),
      dark: changed({ ...base.dark, ...own.dark }, known.dark),
    },
    ':root',
  );
}

type Variables = Record<string, string>;

/** Mantine's own sheet brings the defaults. */
function changed(variables: Variables, known: Variables): Variables {
  return Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => known[name] !== value),
  );
}
