import { scanned } from './scanned.ts';
import type { Drive, Stage } from './write-drives.ts';

const closed = { region: 'sa-east-1', reason: 'We do nothing in South America.' };

/** Confirming what the demo's SCP closes, and taking it back. */
export const closedRegionDrives = {
  'closedRegions.confirm': async (stage) => ({ ...(await scannedDemo(stage)), body: closed }),
  'closedRegions.end': async (stage) => {
    const { marks, cookie } = await scannedDemo(stage);
    const { body } = await stage.install
      .send('post', `/api/scans/${marks.id}/closed-regions`, cookie)
      .send(closed);
    return { marks: { id: String(body.id) }, cookie };
  },
} satisfies Record<string, Drive>;

async function scannedDemo({ install, owner: { cookie } }: Stage) {
  const { id } = await scanned(install, cookie);
  return { marks: { id }, cookie };
}
