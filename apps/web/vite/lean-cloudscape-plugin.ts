import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { usedIcons } from './used-icons.ts';

const ownSources = join(import.meta.dirname, '../src');
const prefix = '\0ippo-left-out/';
const textsPrefix = 'virtual:ippo-component-texts/';

/**
 * Parts of Cloudscape's layout that nothing here opens: AWS's own feature notifications, and the drawers
 * for assistants and for panels across the page, with the handles that resize them.
 */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  'feature-notifications-drawer-content': ['RuntimeContentPart'],
  'do-not-use/feature-prompt': [],
  'drawer/global-ai-drawer': ['AppLayoutGlobalAiDrawerImplementation'],
  'drawer/global-bottom-drawer': ['AppLayoutBottomDrawerWrapper'],
  './global-drawer': [],
  'components/panel-resize-handle': [],
};

/** Components that no shell uses: their texts come as `virtual:ippo-component-texts/{language}`. */
const lazyTexts = [
  'date-range-picker',
  'property-filter',
  's3-resource-selector',
  'collection-preferences',
  'tag-editor',
  'table',
  'code-editor',
  'tutorial-panel',
  'annotation-context',
  'pagination',
  'split-panel',
  'wizard',
  'prompt-input',
  'file-upload',
  'calendar',
  '[charts]',
  'pie-chart',
  'list',
];

/** Leaves out of the shell what Cloudscape brings for others, under the web's budget for scripts. */
export function leanCloudscapePlugin(): Plugin {
  return {
    name: 'ippo-lean-cloudscape',
    enforce: 'pre',
    resolveId(source, importer) {
      // One message formatter for both: Cloudscape's own older one brings a second copy and tslib.
      if (source === 'intl-messageformat' && importer?.includes('@cloudscape-design'))
        return this.resolve(source, fileURLToPath(import.meta.resolve('react-intl')));
      if (source.startsWith(textsPrefix)) return `\0${source}`;
      const part = Object.keys(leftOut).find((name) => source.endsWith(name));
      return part === undefined ? null : prefix + part;
    },
    load(id) {
      if (id.startsWith(`\0${textsPrefix}`)) return textsOfLazy(id.slice(textsPrefix.length + 1));
      if (!id.startsWith(prefix)) return null;
      const names = leftOut[id.slice(prefix.length)] ?? [];
      const exports = names.map((name) => `export function ${name}() { return null; }`);
      return `export default function None() { return null; }\n${exports.join('\n')}`;
    },
    transform(code, id) {
      if (id.endsWith('/icon/generated/icons.js')) {
        const cloudscape = join(dirname(id), '../..');
        return { code: usedIcons(code, [cloudscape, ownSources]), map: null };
      }
      const language = /i18n\/messages\/all\.(\w+)\.js$/.exec(id)?.[1];
      if (language === undefined) return null;
      return {
        code: `export default ${JSON.stringify(pickTexts(code, language, 'shell'))};`,
        map: null,
      };
    },
  };
}

function textsOfLazy(language: string): string {
  const file = import.meta.resolve(`@cloudscape-design/components/i18n/messages/all.${language}`);
  const code = readFileSync(fileURLToPath(file), 'utf8');
  return `export default ${JSON.stringify(pickTexts(code, language, 'lazy'))};`;
}

function pickTexts(code: string, language: string, wanted: 'shell' | 'lazy') {
  const json = code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1);
  const all = JSON.parse(json) as Record<string, Record<string, Record<string, unknown>>>;
  const texts = all['cloudscape-design-components']?.[language] ?? {};
  const kept = Object.entries(texts).filter(
    ([component]) => lazyTexts.includes(component) === (wanted === 'lazy'),
  );
  return { 'cloudscape-design-components': { [language]: Object.fromEntries(kept) } };
}
