import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/database.ts';
import { countTry, triesAllowed } from '../store/tries.ts';
import { addTestPerson, tryToSignIn } from '../testing/people.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

const email = 'owner@example.com';
const windowMs = 15 * 60_000;

let store: Store;
let install: TestInstall;
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  install = await openTestInstall({ store, now: () => clock });
  await addTestPerson(install, email);
});
afterEach(() => install.close());
afterAll(() => store.close());

/** Failed tries from somewhere else: the limit of an address does not meet them. */
async function failElsewhere(who: string, times: number): Promise<boolean[]> {
  const allowed = [];
  for (let tries = 0; tries < times; tries += 1)
    allowed.push(await countTry(install.services.db, { email: who }, clock));
  return allowed;
}

describe('failed tries at one account', () => {
  test('from anywhere close it, for whoever knows the password too, for a quarter of an hour', async () => {
    await failElsewhere(email, triesAllowed);

    const closed = await tryToSignIn(install, 'Owner@Example.com ');
    clock = new Date(clock.getTime() + windowMs - 1);
    const still = await tryToSignIn(install, email);
    clock = new Date(clock.getTime() + 1);
    const open = await tryToSignIn(install, email);

    expect([closed.status, closed.body.code]).toEqual([429, 'too-many-tries']);
    expect([still.status, open.status]).toEqual([429, 200]);
  });

  test('do not make the wait longer', async () => {
    await failElsewhere(email, triesAllowed);
    clock = new Date(clock.getTime() + windowMs - 1);
    await failElsewhere(email, 1_000);
    clock = new Date(clock.getTime() + 1);

    const open = await tryToSignIn(install, email);

    expect(open.status).toBe(200);
  });

  test('are forgotten with a right one', async () => {
    await failElsewhere(email, triesAllowed - 1);

    const right = await tryToSignIn(install, email);
    const after = await failElsewhere(email, triesAllowed);

    expect(right.status).toBe(200);
    expect(after).toEqual(after.map(() => true));
  });

  test('made at the same moment are counted each', async () => {
    const { db } = install.services;

    const all = await Promise.all(Array.from({ length: 50 }, () => countTry(db, { email }, clock)));

    expect(all.filter(Boolean)).toHaveLength(triesAllowed);
  });

  test('do not close another account', async () => {
    await failElsewhere(email, triesAllowed + 1);

    expect(await failElsewhere('other@example.com', 1)).toEqual([true]);
  });
});

describe('who has an account here', () => {
  test('is not told by what too many tries are answered', async () => {
    await failElsewhere(email, triesAllowed);
    await failElsewhere('nobody@example.com', triesAllowed);

    const [known, unknown] = [
      await tryToSignIn(install, email, 'wrong'),
      await tryToSignIn(install, 'nobody@example.com', 'wrong'),
    ];

    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
  });

  test('is not told by how long a refusal takes', async () => {
    const took = { known: [] as number[], unknown: [] as number[] };
    await tryToSignIn(install, 'warm@example.com', 'wrong horse battery');

    for (let round = 0; round < 4; round += 1)
      for (const kind of ['known', 'unknown'] as const) {
        const who = kind === 'known' ? email : `nobody${round}@example.com`;
        const began = performance.now();
        await tryToSignIn(install, who, 'wrong horse battery');
        took[kind].push(performance.now() - began);
      }

    const [known, unknown] = [Math.min(...took.known), Math.min(...took.unknown)];
    // Without the hash for an unknown address it would be a tenth.
    expect(Math.min(known, unknown) / Math.max(known, unknown)).toBeGreaterThan(0.25);
  });
});
