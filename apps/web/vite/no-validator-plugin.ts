import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const inert = fileURLToPath(new URL('./inert-schema.ts', import.meta.url));

/**
 * Builds the pages without zod: of the contracts they take texts, tables and types, and the server validates.
 * A bundler alone keeps the validator wherever one schema is made of another, and that asks for `eval`.
 */
export function noValidatorPlugin(): Plugin {
  return {
    name: 'ippo-no-validator',
    enforce: 'pre',
    resolveId: (id) => (id === 'zod' ? inert : null),
  };
}
