import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demoAssessment, emptyAssessment } from '../testing/assessments.ts';
import { hostileAssessment } from '../testing/hostile-assessments.ts';
import { renderReport } from '../testing/render-report.ts';
import html from './html.ts';

describe('the report as HTML', () => {
  it('allows its one style and its one script by their digests, and nothing else', async () => {
    const page = String(await renderReport(html, demoAssessment(), 'en'));

    const inline = ['style', 'script'].map((tag) => {
      const found = [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))];
      return { tag, found: found.map(([, text = '']) => hashOf(text)) };
    });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
    expect(inline.map(({ found }) => found.length)).toEqual([1, 1]);
    expect(policy).toBe(
      `default-src 'none'; ${inline.map(({ tag, found }) => `${tag}-src '${found[0]}'`).join('; ')}; base-uri 'none'; form-action 'none'`,
    );
  });

  it.each(['en', 'ja'] as const)('takes no hostile name for markup, in %s', async (language) => {
    const page = String(await renderReport(html, hostileAssessment(), language));

    const tags = new Set([...page.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag));
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('\\u{202E}gnp.exe');
    expect(
      [...tags].filter((tag) => /^(?:img|iframe|object|embed|link|base|form)$/i.test(tag ?? '')),
    ).toEqual([]);
    expect(page.match(/<script/gi)).toHaveLength(1);
    expect(page.match(/<\/style/gi)).toHaveLength(1);
    expect(page).not.toMatch(/<[^>]+\s(?:on\w+|style|src)\s*=/i);
    expect(
      [...page.matchAll(/href="([^"]*)"/g)].filter(([, to = '']) => !to.startsWith('#')),
    ).toEqual([]);
    expect(page).not.toMatch(/[^\P{Cc}\t\n]|[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
  });

  it('leads from each number of the evidence to its row', async () => {
    const page = String(await renderReport(html, demoAssessment(), 'en'));

    const rows = new Set([...page.matchAll(/<tr id="(e\d+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#(e\d+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(400);
    expect(links.filter((id) => !rows.has(id))).toEqual([]);
  });

  it('has each id once, and a page even where nothing was judged', async () => {
    const pages = await Promise.all(
      [demoAssessment(), emptyAssessment()].map(async (one) =>
        String(await renderReport(html, one, 'ja')),
      ),
    );

    for (const page of pages) {
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      expect(page.endsWith('</html>\n')).toBe(true);
    }
  });
});

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
