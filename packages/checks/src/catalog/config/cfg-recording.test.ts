import type { EvidenceValue } from '@ippo/contracts';
import { hostileNames } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  answered,
  evidence,
  everywhere,
  refused,
  regionsListed,
  secondsAgo,
} from '../../testing/evidence.ts';
import check from './cfg-recording.ts';

type Status = EvidenceValue<'config.recorder-status'>[number];

const day = 24 * 3600;
const linked = {
  name: 'AWSConfigurationRecorderForSecurityHub_abc',
  servicePrincipal: 'securityhub.amazonaws.com',
};

/** One recorder called `default` in every region, with this status. */
function recorded(status: Omit<Status, 'name'> | null) {
  return evidence(everywhere((region) => readings(region, status)));
}

function readings(region: string, status: Omit<Status, 'name'> | null) {
  return [
    answered('config.recorders', [{ name: 'default' }], region),
    answered('config.recorder-status', status ? [{ name: 'default', ...status }] : [], region),
    answered('config.recorder-summaries', [{ name: 'default' }], region),
  ];
}

const good = { recording: true, lastStatus: 'SUCCESS' };

/** Good recorders everywhere, with one kind of reading refused. */
function recordedBut(
  type: 'config.recorders' | 'config.recorder-status' | 'config.recorder-summaries',
) {
  return evidence(
    everywhere((region) => [...readings(region, good), refused(type, 'denied', region)]),
  );
}

/** Two recorders in every region. */
function two(a: Omit<Status, 'name'>, b: Omit<Status, 'name'>) {
  return evidence(
    everywhere((region) => [
      answered('config.recorders', [{ name: 'b' }, { name: 'a' }], region),
      answered(
        'config.recorder-status',
        [
          { name: 'b', ...b },
          { name: 'a', ...a },
        ],
        region,
      ),
    ]),
  );
}

checkCases(check, {
  passes: {
    'each region’s recorder, all called default, is recording': {
      given: recorded(good),
      reason: 'met',
    },
    'the API model spells it Success': {
      given: recorded({ recording: true, lastStatus: 'Success' }),
      reason: 'met',
    },
    'it is pending since exactly 24 hours': {
      given: recorded({ recording: true, lastStatus: 'PENDING', lastStartTime: secondsAgo(day) }),
      reason: 'met',
    },
    'it is pending since a moment ago, in lower case': {
      given: recorded({ recording: true, lastStatus: 'pending', lastStartTime: secondsAgo(1) }),
      reason: 'met',
    },
    'one good recorder is enough beside a failing one': {
      given: two({ recording: true, lastStatus: 'FAILURE' }, good),
      reason: 'met',
    },
    'the list of service-linked recorders is not needed': {
      given: recordedBut('config.recorder-summaries'),
      reason: 'met',
    },
    'a service-linked recorder beside a good one': {
      given: evidence(
        everywhere((region) => [
          answered('config.recorders', [linked, { name: 'default' }], region),
          answered('config.recorder-status', [{ name: 'default', ...good }], region),
        ]),
      ),
      reason: 'met',
    },
    'recorder names of any kind': {
      given: evidence(
        everywhere((region) => [
          answered(
            'config.recorders',
            hostileNames.map((name) => ({ name })),
            region,
          ),
          answered(
            'config.recorder-status',
            hostileNames.map((name) => ({ name, ...good })),
            region,
          ),
        ]),
      ),
      reason: 'met',
    },
  },
  fails: {
    'no region has a recorder': {
      given: evidence(everywhere((region) => answered('config.recorders', [], region))),
      reason: 'no-recorder',
    },
    'an empty list fails whatever became of the other calls': {
      given: evidence(
        everywhere((region) => [
          answered('config.recorders', [], region),
          refused('config.recorder-status', 'denied', region),
          refused('config.recorder-summaries', 'denied', region),
        ]),
      ),
      reason: 'no-recorder',
    },
    'only a service-linked recorder exists, which only the summaries show': {
      given: evidence(
        everywhere((region) => [
          answered('config.recorders', [], region),
          answered('config.recorder-summaries', [linked], region),
        ]),
      ),
      reason: 'only-service-linked',
    },
    'a service-linked recorder that records is not this practice': {
      given: evidence(
        everywhere((region) => [
          answered('config.recorders', [linked], region),
          answered('config.recorder-status', [{ name: linked.name, ...good }], region),
        ]),
      ),
      reason: 'only-service-linked',
    },
    'the recorder exists but is stopped': {
      given: recorded({ recording: false, lastStatus: 'SUCCESS' }),
      reason: 'recorder-stopped',
      params: { recorder: 'default' },
    },
    'the wire says FAILURE': {
      given: recorded({ recording: true, lastStatus: 'FAILURE', lastErrorCode: 'AccessDenied' }),
      reason: 'recorder-failing',
      params: { error: 'AccessDenied' },
    },
    'it fails without saying why': {
      given: recorded({ recording: true, lastStatus: 'FAILURE' }),
      reason: 'recorder-failing',
      params: { error: 'FAILURE' },
    },
    'the model says Failure': {
      given: recorded({ recording: true, lastStatus: 'Failure', lastErrorMessage: '<b>no</b>' }),
      reason: 'recorder-failing',
      params: { error: '<b>no</b>' },
    },
    'every one of several recorders is bad': {
      given: two({ recording: false }, { recording: true, lastStatus: 'FAILURE' }),
      reason: 'recorder-stopped',
      params: { recorder: 'a' },
    },
    'one region fails and the others record': {
      given: evidence(
        everywhere((region) => readings(region, good)),
        readings('eu-west-1', { recording: false }),
      ),
      reason: 'recorder-stopped',
    },
    'one region fails and another could not be read': {
      given: evidence(
        everywhere((region) => readings(region, good)),
        answered('config.recorders', [], 'eu-west-1'),
        refused('config.recorders', 'denied', 'us-east-1'),
      ),
      reason: 'no-recorder',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'the recorders could not be read': {
      given: recordedBut('config.recorders'),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the status could not be read': {
      given: recordedBut('config.recorder-status'),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the status does not name the recorder': {
      given: recorded(null),
      reason: 'recorder-status-unclear',
    },
    'the status does not say whether it records': {
      given: recorded({ lastStatus: 'SUCCESS' }),
      reason: 'recorder-status-unclear',
    },
    ...Object.fromEntries(
      [{}, { lastStatus: '' }, { lastStatus: 'GOOD_ENOUGH' }, { lastStatus: 'PENDING' }].map(
        (told) => [
          `it records with a status of ${JSON.stringify(told)}`,
          { given: recorded({ recording: true, ...told }), reason: 'recorder-status-unclear' },
        ],
      ),
    ),
    'it is pending for a second more than 24 hours': {
      given: recorded({
        recording: true,
        lastStatus: 'PENDING',
        lastStartTime: secondsAgo(day + 1),
      }),
      reason: 'recorder-status-unclear',
    },
    'it started an hour ago, with a status that nobody defined': {
      given: recorded({
        recording: true,
        lastStatus: 'GOOD_ENOUGH',
        lastStartTime: secondsAgo(3600),
      }),
      reason: 'recorder-status-unclear',
    },
    'one of two recorders is stopped, the other’s status is empty': {
      given: two({ recording: false }, { recording: true }),
      reason: 'recorder-status-unclear',
    },
    'one region could not be read and the others record': {
      given: evidence(
        everywhere((region) => readings(region, good)),
        refused('config.recorders', 'timed-out', 'eu-west-1'),
      ),
      reason: 'partly-read',
      params: { count: 1 },
    },
    'the region list was refused: seventeen assumed regions and those not listed': {
      given: evidence(
        refused('account.regions', 'denied'),
        everywhere((region) => readings(region, good)),
      ),
      reason: 'partly-read',
      params: { count: 15, of: 18 },
    },
  },
  notApplicable: {
    'no listed region is enabled': {
      given: evidence(regionsListed({ 'af-south-1': 'DISABLED', 'eu-south-1': 'disabled' })),
      reason: 'region-not-enabled',
    },
  },
});
