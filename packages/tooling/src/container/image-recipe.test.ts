import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../root.ts';
import { readRecipe } from './image-recipe.ts';

describe('the recipe of an image', () => {
  test('is read from a Dockerfile with stages, continued lines and JSON commands', () => {
    const text = [
      'FROM node:24.21.0-bookworm-slim AS base',
      'ENV A=1 \\',
      '    B=two',
      'WORKDIR /app',
      'FROM base',
      'COPY --from=base /app /app',
      'RUN mkdir /data \\',
      ' && chown node:node /data',
      'USER node',
      'HEALTHCHECK --interval=30s CMD ["node", "-e", "1 + 1"]',
      'CMD ["node", "main.ts"]',
    ].join('\n');

    const recipe = readRecipe(text);

    expect(recipe).toEqual({
      stages: [
        {
          name: 'base',
          from: 'node:24.21.0-bookworm-slim',
          steps: [
            { kind: 'env', line: 2, values: { A: '1', B: 'two' } },
            { kind: 'workdir', line: 4, folder: '/app' },
          ],
        },
        {
          name: null,
          from: 'base',
          steps: [
            { kind: 'copy', line: 6, from: 'base', sources: ['/app'], target: '/app' },
            { kind: 'run', line: 7, script: 'mkdir /data \\\n && chown node:node /data' },
          ],
        },
      ],
      user: 'node',
      volumes: [],
      healthcheck: ['node', '-e', '1 + 1'],
      command: ['node', 'main.ts'],
    });
  });

  test.each([
    'ADD https://example.com/a /a',
    'RUN --mount=type=cache,target=/x true',
    'COPY --chmod=755 a /a',
    'ENTRYPOINT ["node"]',
    'ENV A=$B',
    'CMD node main.ts',
    'HEALTHCHECK NONE',
    'STOPSIGNAL SIGKILL',
  ])('does not pass over what it cannot run: %s', (line) => {
    expect(() => readRecipe(`FROM node:24\n${line}`)).toThrow('line 2');
  });

  test('ours can be read, and does not end as root', () => {
    const recipe = readRecipe(readFileSync(join(root, 'Dockerfile'), 'utf8'));

    expect(recipe.user).toBe('node');
    expect(recipe.healthcheck.join(' ')).toContain('/healthz');
  });
});
