import { test as base, expect } from '@playwright/test';

/** Every journey, on pages that must never break the policy of their own content. */
export const test = base.extend<{ policyHolds: void }>({
  policyHolds: [
    async ({ page }, use) => {
      const broken: string[] = [];
      await page.exposeFunction('policyBroken', (what: string) => broken.push(what));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const { policyBroken } = globalThis as unknown as { policyBroken(what: string): void };
          policyBroken(`${event.effectiveDirective} ${event.blockedURI} at ${event.documentURI}`);
        });
      });
      await use();
      expect(broken, 'violations of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
});
