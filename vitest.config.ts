import { defineConfig } from 'vitest/config';

// Whole tables of faults, properties and fuzz take minutes: `pnpm test` leaves them to `pnpm test:thorough`.
const left = process.env['TEST_SET'] === 'quick' ? ['**/*.{thorough,fuzz}.test.ts'] : [];

// The one default export that is not a registry unit: the tool asks for it.
export default defineConfig({
  test: {
    // Left to itself it keeps a core free, which on two is half of what there is.
    maxWorkers: '100%',
    projects: [
      'packages/contracts',
      'packages/checks',
      'packages/collectors',
      'packages/pack',
      'packages/reports',
      'packages/tooling',
      'apps/api',
      'apps/web',
    ].map((root) => ({
      test: {
        name: root,
        root,
        environment: 'node',
        // A busy machine is slow, not wrong: these only end what hangs.
        testTimeout: 180_000,
        hookTimeout: 300_000,
        // What is pure or closes what it opens shares a worker; a server's modules do not.
        isolate: root === 'apps/api',
        include: ['**/*.test.{ts,tsx}'],
        exclude: ['**/node_modules/**', '**/dist/**', ...left],
      },
    })),
  },
});
