import { expect, type Page } from '@playwright/test';

/** The person of the journeys; the name holds what must never become markup. */
export const owner = {
  name: 'Aiko <b>"Tanaka"</b>',
  email: 'aiko@example.com',
  password: 'correct horse battery',
};

export function setting(name: 'BASE' | 'SETUP' | 'STATE'): string {
  const value = process.env[`IPPO_E2E_${name}`];
  if (value === undefined)
    throw new Error(`IPPO_E2E_${name} is not set: run the suite, not a file`);
  return value;
}

/** An address of the server under test. */
export function at(path: string): string {
  return new URL(path, setting('BASE')).href;
}

export async function signIn(page: Page, password = owner.password): Promise<void> {
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens an address and waits until its numbers have arrived. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true], .skeleton')).toHaveCount(0);
  // Colours that still fade are not the colours that a reader sees.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}
