import '@cloudscape-design/global-styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { fetchPage } from './app/pages.tsx';
import { initialLanguage, keepLanguage } from './i18n/language.ts';
import { loadLanguage } from './i18n/load-language.ts';
import './ui/page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const first = initialLanguage();
fetchPage(location.pathname, first);
const language = await loadLanguage(first);
keepLanguage(language.language);
createRoot(root).render(
  <StrictMode>
    <App language={language} />
  </StrictMode>,
);
