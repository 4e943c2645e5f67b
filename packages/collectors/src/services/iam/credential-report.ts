import { GLOBAL } from '@ippo/contracts';
import { readCredentialCsv } from '../../credential-csv.ts';
import { defineCollector, type Context } from '../../define-collector.ts';
import { sameErrorName } from '../../reading-reasons.ts';
import { Refusal } from '../../refusal.ts';
import type { Output } from '../../sdk.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Each by its name on the wire and in the SDK. */
const inProgress = ['ReportInProgress', 'CredentialReportNotReadyException'];
const gone = [
  'ReportNotPresent',
  'CredentialReportNotPresentException',
  'ReportExpired',
  'CredentialReportExpiredException',
];

export default defineCollector({
  evidence: 'iam.credential-report',
  operations: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  tier: 'first-steps',
  after: 'iam.account-summary',
  async collect(ask, _target, context) {
    const nextTry = patience(context);
    let notGenerated = await generate();
    for (let again = true; ; ) {
      try {
        return whole(await ask('iam:GetCredentialReport', {}), context.now());
      } catch (error) {
        if (isNamed(error, inProgress)) await nextTry();
        else if (!isNamed(error, gone)) throw error;
        else if (notGenerated ?? !again) throw notGenerated ?? error;
        else {
          again = false;
          notGenerated = await generate();
        }
      }
    }

    /** Waits for a new report; AWS's refusal to make one does not hide an older one that can be read. */
    async function generate(): Promise<Refusal | undefined> {
      try {
        while ((await ask('iam:GenerateCredentialReport', {})).State !== 'COMPLETE') await nextTry();
        return undefined;
      } catch (error) {
        const final = ['not-asked', 'not-ready', 'timed-out', 'network'];
        if (error instanceof Refusal && !final.includes(error.reason)) return error;
        throw error;
      }
    }
  },
});

/** Waits 0.25 s, then twice as long each time up to 3 s; after 60 s in all (180 s in a large account) gives up. */
function patience(context: Context<'iam.account-summary'>): () => Promise<void> {
  const summary = context.parents.get(GLOBAL);
  const isLarge = summary?.readable === true && (summary.value.Users ?? 0) > 1000;
  let left = isLarge ? 3 * minute : minute;
  let pause = 250;
  return async function nextTry() {
    if (left <= 0) throw new Refusal('not-ready', 'ReportInProgress', 'iam:GetCredentialReport');
    const wait = Math.min(pause, left);
    left -= wait;
    pause = Math.min(2 * pause, 3000);
    await context.wait(wait);
  };
}

function whole({ Content, GeneratedTime }: Output<'iam:GetCredentialReport'>, now: number) {
  if (!Content || !GeneratedTime) throw new Refusal('malformed', 'report missing');
  const age = now - GeneratedTime.getTime();
  if (age > day) throw new Refusal('stale', 'ReportExpired', 'iam:GenerateCredentialReport');
  if (age < -5 * minute) throw new Refusal('malformed', 'GeneratedTime in the future');
  return { GeneratedTime, ...readCredentialCsv(Content) };
}

function isNamed(error: unknown, names: readonly string[]): boolean {
  if (!(error instanceof Refusal)) return false;
  return names.some((name) => sameErrorName(name, error.detail ?? ''));
}
