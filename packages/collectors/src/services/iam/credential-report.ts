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
    for (let again = true; ;) {
      const answer = await ask('iam:GetCredentialReport', {}).catch(asRefusal);
      if (!(answer instanceof Refusal)) return whole(answer, context.now());
      if (isNamed(answer, inProgress)) await nextTry();
      else if (!isNamed(answer, gone)) throw answer;
      else if (notGenerated) throw notGenerated;
      else if (again) {
        again = false;
        notGenerated = await generate();
      } else throw new Refusal('not-ready', 'ReportNotPresent', 'iam:GetCredentialReport');
    }

    /** Waits for a new report; AWS's refusal to make one does not hide an older one that can be read. */
    async function generate(): Promise<Refusal | undefined> {
      for (;;) {
        const answer = await ask('iam:GenerateCredentialReport', {}).catch(asRefusal);
        if (answer instanceof Refusal) return unlessFinal(answer);
        if (answer.State === 'COMPLETE') return undefined;
        await nextTry();
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
  if (age > day) throw new Refusal('stale', undefined, 'iam:GenerateCredentialReport');
  if (age < -5 * minute) throw new Refusal('malformed', 'GeneratedTime in the future');
  return { GeneratedTime, ...readCredentialCsv(Content) };
}

/** Where nothing answered, asking for an older report is no use. */
function unlessFinal(refusal: Refusal): Refusal {
  if (['not-asked', 'timed-out', 'network'].includes(refusal.reason)) throw refusal;
  return refusal;
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function isNamed({ detail = '' }: Refusal, names: readonly string[]): boolean {
  return names.some((name) => sameErrorName(name, detail));
}
