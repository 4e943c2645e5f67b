import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../root.ts';
import { readCompose, schemaProblems, startedBy } from './compose-file.ts';

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

describe('docker-compose.yml', () => {
  test('is valid by the schema of the Compose specification', () => {
    const file = readCompose(text);

    expect(Object.keys(file.services)).toEqual(['ippo', 'secrets', 'postgres', 'api', 'worker']);
  });

  test.each([
    ['a misspelt key', { services: { a: { image: 'a', read_onyl: true } } }],
    ['a wrong type', { services: { a: { image: 'a', ports: '8080:8080' } } }],
    ['an unknown condition', { services: { a: { depends_on: { b: { condition: 'ready' } } } } }],
  ])('the schema refuses %s', (_name, file) => {
    const problems = schemaProblems(file);

    expect(problems).not.toEqual([]);
  });

  test('without a profile there is one container, published to this machine only', () => {
    const { services } = readCompose(text);

    const plain = Object.entries(services).filter(([, service]) => !service.profiles);

    expect(plain.map(([name]) => name)).toEqual(['ippo']);
    for (const { ports = [] } of Object.values(services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('the two named services bring secrets and database, and not the single container', () => {
    const file = readCompose(text);

    expect(startedBy(file, ['api', 'worker'])).toEqual(['secrets', 'postgres', 'api', 'worker']);
  });

  test('no container of ours can write its root, gain rights or keep a capability', () => {
    const { services } = readCompose(text);

    const ours = Object.entries(services).filter(([name]) => name !== 'postgres');

    for (const [name, service] of ours)
      expect({ name, ...service }).toMatchObject({
        image: 'ippo:0.1.0',
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        tmpfs: ['/tmp'],
      });
  });

  test('nobody fetches our image by its name: it is built here or there is an error', () => {
    const { services } = readCompose(text);

    const policies = Object.values(services)
      .filter(({ image }) => image?.startsWith('ippo:'))
      .map(({ build, pull_policy: policy }) => [build === undefined, policy]);

    expect(policies).toHaveLength(4);
    for (const [isElsewhere, policy] of policies)
      expect(policy).toBe(isElsewhere ? 'never' : 'build');
  });

  test('only what makes the secrets can write them', () => {
    const { services } = readCompose(text);

    const writers = Object.entries(services)
      .filter(([, { volumes = [] }]) => volumes.includes('ippo-secrets:/secrets'))
      .map(([name]) => name);

    expect(writers).toEqual(['secrets']);
  });
});
