import { defineConfig } from 'vitest/config';
import { NearestFirst } from './nearest-first.ts';

// A default export because the tool asks for it. Stryker runs it in its copy of the tree.
export default defineConfig({
  test: {
    root: 'packages/checks',
    environment: 'node',
    include: ['src/**/*.test.ts'],
    // Random accounts are slow to shrink: what is measured is what the literal cases hold.
    exclude: [
      '**/node_modules/**',
      'src/fuzz/**',
      'src/**/*.thorough.test.ts',
      'src/mistakes-tested.test.ts',
    ],
    isolate: false,
    sequence: { sequencer: NearestFirst },
  },
});
