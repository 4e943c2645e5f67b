import path from 'node:path';
import { isoWeekOf } from '@ippo/contracts';
import { hashPassword, openAuth } from '../auth/auth.ts';
import { openStore } from '../store/database.ts';
import { newestScan } from '../store/findings/newest-scans.ts';
import { addPerson } from '../store/people.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { reviewWeek } from '../store/weekly/review-week.ts';
import {
  bright,
  keepScanAt,
  recording,
  underAttack,
  withoutRootMfa,
  withoutUserMfa,
  type Scene,
} from './weeks-of-history.ts';

/**
 * `node seed-weeks.ts <data folder> <name> <e-mail> <password> [bad]`: an owner, and twelve weeks of the demo. A
 * bad last week has Regions that do not answer, and a GuardDuty finding.
 */
const [folder = '', name = '', email = '', password = '', last = ''] = process.argv.slice(2);
const weekMs = 7 * 24 * 60 * 60 * 1_000;
const zone = 'Asia/Tokyo';
/** Nobody scanned then, and nobody looked then, in weeks ago. */
const unscanned = [9, 8];
const missed = [5, 2];

const { db, close } = await openStore({ folder: path.join(folder, 'database') });
const now = new Date();
const auth = openAuth({ db, secret: 'x'.repeat(43), baseUrl: 'http://127.0.0.1', now: () => now });
const passwordHash = await hashPassword(auth, password);
const id = await addPerson(db, { name, email, role: 'owner', passwordHash }, now);
for (let ago = 11; ago >= 0; ago -= 1) {
  if (unscanned.includes(ago)) continue;
  const at = new Date(now.getTime() - ago * weekMs - 60_000);
  await keepScanAt(db, at, sceneOf(ago));
  const account = await newestScan(db, everyAccount, {});
  if (ago === 0 || missed.includes(ago) || !account) continue;
  const asked = { week: isoWeekOf(at, zone), zone, now: new Date(at.getTime() + 30_000) };
  await reviewWeek(db, account, asked, { by: { id, name }, note: undefined });
}
await close();

function sceneOf(ago: number): Scene {
  return (world) => {
    let scene = world;
    const bad = ago === 0 && last === 'bad';
    if (ago > 0) scene = recording(scene);
    if (ago !== 4 && ago !== 3 && !bad) scene = bright(scene);
    if (ago > 6) scene = withoutRootMfa(scene);
    if (ago > 0) scene = withoutUserMfa(scene);
    return bad ? underAttack(scene) : scene;
  };
}
