import type { FindingRow } from '@ippo/contracts';
import { addSignedIn } from './people.ts';
import { scanned } from './scanned.ts';
import type { Drive, Stage } from './write-drives.ts';

/** Accepting risks, and everything that becomes of one. */
export const exceptionDrives = {
  'exceptions.make': onFail,
  'exceptions.makeOfSelection': async (stage) => {
    const { body, cookie, fingerprint } = await onFail(stage);
    const selection = { finding: fingerprint };
    const seen = await stage.install
      .send('post', '/api/exceptions/selection/preview', cookie)
      .send({ selection });
    const { fails, digest } = seen.body as { fails: number; digest: string };
    return { body: { ...body, selection, fails, digest }, cookie };
  },
  'exceptions.approve': async (stage) => {
    const { body, cookie } = await onFail(stage);
    const made = await stage.install
      .send('post', '/api/exceptions', cookie)
      .send({ ...body, askSecondPerson: true });
    const other = await addSignedIn(stage.install, 'operator');
    return { marks: { id: String(made.body.id) }, cookie: other.cookie };
  },
  'exceptions.revoke': async (stage) => {
    const { body, cookie } = await onFail(stage);
    const made = await stage.install.send('post', '/api/exceptions', cookie).send(body);
    return { marks: { id: String(made.body.id) }, cookie };
  },
  'exceptions.import': ({ owner }) => ({
    body: { yaml: 'format: ippo-exceptions-1\nsource: aws\nexceptions: []\n' },
    cookie: owner.cookie,
  }),
  'exceptions.export': ({ owner }) => ({ cookie: owner.cookie }),
  'exceptions.setRules': ({ owner }) => ({ body: { secondPerson: true }, cookie: owner.cookie }),
} satisfies Record<string, Drive>;

/** A risk to accept: the world of the tests is spotless, so the first fail there is. */
async function onFail(stage: Stage) {
  const { cookie } = stage.owner;
  await scanned(stage.install, cookie);
  const found = await stage.install.send('get', '/api/findings?outcome=fail', cookie);
  const [{ account, check, fingerprint }] = (found.body as { findings: [FindingRow] }).findings;
  const lastDay = new Date().toISOString().slice(0, 10);
  const scope = { account, check, regions: null, resource: null };
  const reason = 'It is replaced in December.';
  const body = { ...scope, reason, owner: 'infra-admin', lastDay, zone: 'UTC' };
  return { body, cookie, fingerprint };
}
