import type { Clients } from './moto-client.ts';
import { machineUser } from './seed-account.ts';
import { logBucket, stoppedTrail, trail } from './seed-cloudtrail.ts';
import { record, recorder, retention, stopRecorder } from './seed-config.ts';
import { detector, suspendDetectors } from './seed-guardduty.ts';

/**
 * One fix: the lines to run, by a fragment of each, and what the check says before them. `all` asks
 * every region, where a check cannot fail on one region's word.
 */
export type Fix = {
  check: string;
  lines: readonly string[];
  from: { outcome: 'fail' | 'unknown'; reason: string };
  regions?: 'all';
};

/** Faults that lie side by side in one account, and their fixes one after the other. */
export type Round = { name: string; arrange(clients: Clients): Promise<void>; fixes: Fix[] };

export const rounds: readonly Round[] = [
  {
    name: 'nothing set up',
    async arrange(clients) {
      await machineUser(clients);
      await logBucket(clients, 'private');
    },
    fixes: [
      fix('org-member', 'standalone', 'create-organization'),
      fix('org-multi-account', 'only-management-account', 'create-account'),
      {
        // Moto lacks Lake stores, so that nothing keeps the events is not proven: see moto-expected.json.
        check: 'ct-enabled',
        lines: ['create-trail', 'start-logging'],
        from: { outcome: 'unknown', reason: 'not-read' },
      },
      fix(
        'cfg-recording',
        'no-recorder',
        'create-service-linked-role',
        'put-configuration-recorder',
        'put-delivery-channel',
        'start-configuration-recorder',
      ),
      fix('gd-enabled', 'no-detector', 'create-detector'),
      fix(
        'gd-notify',
        'no-notification',
        'create-topic',
        'subscribe',
        'put-rule',
        'set-topic-attributes',
        'put-targets',
      ),
    ],
  },
  {
    name: 'set badly',
    async arrange(clients) {
      await logBucket(clients, 'public-read');
      await trail(clients, 'single');
      await recorder(clients, 'instances');
      await record(clients);
      await retention(clients, 30);
      await detector(clients, 'plan-off');
    },
    fixes: [
      fix('ct-log-validation', 'validation-off', 'update-trail'),
      fix('ct-bucket-public', 'bucket-public', 'put-public-access-block'),
      fix('ct-multi-region', 'single-region-only', 'update-trail'),
      fix('cfg-retention', 'too-short', 'describe-retention', 'put-retention'),
      fix('cfg-all-types', 'types-partial', 'describe-config', 'put-configuration-recorder'),
      {
        ...fix('cfg-global-types', 'iam-types-missing', 'describe-config', 'put-configuration'),
        regions: 'all',
      },
      fix('gd-features', 'plan-off', 'get-detector', 'update-detector'),
    ],
  },
  {
    name: 'switched off',
    async arrange(clients) {
      await logBucket(clients, 'private');
      await stoppedTrail(clients);
      await recorder(clients, 'everything');
      await record(clients);
      await stopRecorder(clients);
      await detector(clients, 'whole');
      await suspendDetectors(clients);
    },
    fixes: [
      fix('ct-multi-region', 'trail-stopped', 'start-logging'),
      fix('cfg-recording', 'recorder-stopped', 'start-configuration-recorder'),
      fix('gd-enabled', 'detector-suspended', 'update-detector'),
    ],
  },
];

function fix(check: string, reason: string, ...lines: string[]): Fix {
  return { check, lines, from: { outcome: 'fail', reason } };
}
