import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractPlugin } from './vite/contract-plugin.ts';
import { leanCloudscapePlugin } from './vite/lean-cloudscape-plugin.ts';
import { messagesPlugin } from './vite/messages-plugin.ts';
import { noValidatorPlugin } from './vite/no-validator-plugin.ts';
import { preloadFontPlugin } from './vite/preload-font-plugin.ts';
import { stripFontsPlugin } from './vite/strip-fonts-plugin.ts';

const apiOrigin = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    react(),
    contractPlugin(),
    noValidatorPlugin(),
    messagesPlugin(),
    stripFontsPlugin(),
    preloadFontPlugin(),
    leanCloudscapePlugin(),
  ],
  resolve: {
    alias: [
      // Catalogues are compiled to AST at build time, so no message is parsed in the browser.
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
      },
    ],
  },
  build: {
    target: 'es2023',
    // A data: URI would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // What every page needs before its own is one file: many small ones compress worse, and each is a request.
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'], priority: 2 },
            {
              name: 'pages',
              test: /apps\/web\/src\/|packages\/contracts\//,
              minShareCount: 3,
              priority: 1,
              includeDependenciesRecursively: false,
            },
            // Fields, tabs and what they stand on: a page of forms asked for forty files, six at a time.
            { name: 'controls', test: /\/node_modules\//, minShareCount: 4 },
          ],
        },
      },
      treeshake: {
        // Only texts and types of the contracts are wanted: their zod schemas have no effect here.
        manualPureFunctions: ['z', 'oc', 'allow', 'defineEvidence'],
        // Everything else says for itself, in its package.json, whether importing it does something.
        moduleSideEffects: [{ test: /packages\/contracts\//, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/api': { target: apiOrigin } } },
});
