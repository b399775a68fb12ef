import 'virtual:mantine-styles.css';
import 'virtual:theme-variables.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startI18n } from './i18n/i18n';
import { reloadWhenOutdated } from './ui/reload-when-outdated';

reloadWhenOutdated();
await startI18n();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
