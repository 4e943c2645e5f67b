import { describe, expect, test } from 'vitest';
import { browserName } from './browser-name.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a browser', () => {
  test.each([
    [
      `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/141.0.0.0 Safari/537.36`,
      'Chrome 141, Linux',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/141.0 Safari/537.36 Edg/141.0`,
      'Edge 141, Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 15.0; rv:140.0) Gecko/2 Firefox/140.0',
      'Firefox 140, macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari 18, iPhone',
    ],
    ['curl/8.0', null],
    ['', null],
    [null, null],
  ])('is named as people call it: %s', (agent, name) => {
    expect(browserName(agent)).toBe(name);
  });
});
