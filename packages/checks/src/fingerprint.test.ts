import { describe, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

const identity = {
  sourceKind: 'aws',
  partition: 'aws',
  account: '111122223333',
  check: 'ct-delivery',
  region: 'ap-northeast-1',
  resource: 'arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/main',
  uniqueId: '',
  facet: '',
};

describe('a finding’s fingerprint', () => {
  test('never changes: it ties years of findings together', () => {
    // Golden, from outside: printf '["aws","aws","111122223333",…]' | sha256sum
    expect(fingerprint(identity)).toBe(
      '5ff62c91a086ea6749e059a3aab194fb0161d9bd298ba820624fdcd8de56f48a',
    );
    expect(fingerprint({ ...identity, check: 'root-mfa', region: 'global', resource: '' })).toBe(
      'fa339461d1292ee1e57a35a6e26adf57dd6989a6a52a61d67d84ad0c7820f513',
    );
    expect(fingerprint({ ...identity, resource: '証跡 "a,b" <script>' })).toBe(
      '8b794a832995ea4c5635f779286fcdebc8f877a889295e26f24dbe2c6f293cff',
    );
  });

  test('changes with every part of the identity', () => {
    const all = Object.keys(identity).map((part) => fingerprint({ ...identity, [part]: 'other' }));

    expect(new Set([...all, fingerprint(identity)]).size).toBe(all.length + 1);
  });

  test('a part cannot run over into the next', () => {
    const left = fingerprint({ ...identity, region: 'a","b', resource: 'c' });
    const right = fingerprint({ ...identity, region: 'a', resource: 'b","c' });

    expect(left).not.toBe(right);
  });
});
