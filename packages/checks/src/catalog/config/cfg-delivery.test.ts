import { hostileNames } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import {
  butIreland,
  channel,
  delivering,
  good,
  history,
  linked,
  noChannels,
  recorder,
  twoDays,
} from '../../testing/delivery-literals.ts';
import {
  answered,
  evidence,
  everywhere,
  hoursAgo,
  refused,
  secondsAgo,
} from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './cfg-delivery.ts';

checkCases(check, {
  passes: {
    'history was delivered six hours ago in every region': {
      given: delivering(good),
      reason: 'met',
      params: { deliveredAt: hoursAgo(6), count: 3 },
    },
    'history was delivered exactly 48 hours ago': {
      given: delivering(history('SUCCESS', secondsAgo(twoDays))),
      reason: 'met',
    },
    'the API model’s spelling Success means the same': {
      given: delivering(history('Success', hoursAgo(1))),
      reason: 'met',
    },
    'a snapshot proves the bucket as well': {
      given: delivering({
        configSnapshotDeliveryInfo: { lastStatus: 'success', lastSuccessfulTime: hoursAgo(1) },
      }),
      reason: 'met',
    },
    'the latest of history and snapshot is named': {
      given: delivering({
        configHistoryDeliveryInfo: { lastStatus: 'SUCCESS', lastSuccessfulTime: hoursAgo(90) },
        configSnapshotDeliveryInfo: { lastStatus: 'SUCCESS', lastSuccessfulTime: hoursAgo(2) },
      }),
      reason: 'met',
      params: { deliveredAt: hoursAgo(2) },
    },
    'a stream without a topic is no failure': {
      given: delivering({ ...good, configStreamDeliveryInfo: { lastStatus: 'Not_Applicable' } }),
      reason: 'met',
    },
    'an empty snapshot status beside a delivered history': {
      given: delivering({ ...good, configSnapshotDeliveryInfo: {} }),
      reason: 'met',
    },
    'AWS’s clock is five minutes ahead': {
      given: delivering(history('SUCCESS', secondsAgo(-300))),
      reason: 'met',
    },
    'the channel’s bucket belongs to another account and is not looked at': {
      given: evidence(
        everywhere((region) => [
          ...channel(region, good),
          answered('config.delivery-channels', [{ name: 'default' }], region),
        ]),
      ),
      reason: 'met',
    },
  },
  fails: {
    'there is a recorder but no channel': {
      given: evidence(noChannels),
      reason: 'no-channel',
      params: { count: 3, of: 4 },
    },
    'there is no channel, whatever became of its status': {
      given: evidence(
        noChannels,
        everywhere((region) => refused('config.delivery-channel-status', 'denied', region)),
      ),
      reason: 'no-channel',
    },
    'history fails': {
      given: delivering({
        configHistoryDeliveryInfo: { lastStatus: 'FAILURE', lastErrorCode: 'AccessDenied' },
      }),
      reason: 'channel-failing',
      params: { channel: 'default', error: 'AccessDenied' },
    },
    'history fails, in the spelling of the API model, without an error code': {
      given: delivering(history('Failure', hoursAgo(1))),
      reason: 'channel-failing',
      params: { error: 'FAILURE' },
    },
    'a snapshot fails although history arrives': {
      given: delivering({ ...good, configSnapshotDeliveryInfo: { lastStatus: 'failure' } }),
      reason: 'channel-failing',
    },
    'the stream to the topic fails although history arrives': {
      given: delivering({ ...good, configStreamDeliveryInfo: { lastStatus: 'FAILURE' } }),
      reason: 'channel-failing',
    },
    'all that fails is named': {
      given: delivering({
        configHistoryDeliveryInfo: { lastStatus: 'FAILURE', lastErrorCode: 'NoSuchBucket' },
        configSnapshotDeliveryInfo: { lastStatus: 'FAILURE', lastErrorCode: 'AccessDenied' },
        configStreamDeliveryInfo: { lastStatus: 'FAILURE', lastErrorCode: 'AccessDenied' },
      }),
      reason: 'channel-failing',
      params: { error: ['AccessDenied', 'NoSuchBucket'] },
    },
    'a failure counts beside a status that nobody knows': {
      given: delivering({ ...history('FAILURE'), configStreamDeliveryInfo: { lastStatus: 'ODD' } }),
      reason: 'channel-failing',
    },
    'a failure counts where the list of channels was refused': {
      given: evidence(
        everywhere((region) => [
          ...channel(region, history('FAILURE')),
          refused('config.delivery-channels', 'denied', region),
        ]),
      ),
      reason: 'channel-failing',
    },
    'the second of two channels fails': {
      given: delivering(good, history('FAILURE')),
      reason: 'channel-failing',
      params: { channel: 'further-1' },
    },
    'one region fails and two deliver': {
      given: butIreland(good, history('FAILURE')),
      reason: 'channel-failing',
      params: { count: 1, of: 4 },
    },
    'one region fails and the others are quiet': {
      given: butIreland({}, history('FAILURE')),
      reason: 'channel-failing',
    },
    'error codes of any kind': {
      given: delivering(
        ...hostileNames.map((lastErrorCode) => ({
          configHistoryDeliveryInfo: { lastStatus: 'FAILURE', lastErrorCode },
        })),
      ),
      reason: 'channel-failing',
    },
  },
  unknown: {
    'nothing was read': { given: evidence(), reason: 'not-read' },
    'there is no status at all': { given: delivering(), reason: 'no-recent-delivery' },
    'the status is empty': { given: delivering({}), reason: 'no-recent-delivery' },
    'the last delivery is a moment older than 48 hours': {
      given: delivering(history('SUCCESS', secondsAgo(twoDays + 1))),
      reason: 'no-recent-delivery',
    },
    'a success without a time': {
      given: delivering(history('SUCCESS')),
      reason: 'no-recent-delivery',
    },
    'a success in the future': {
      given: delivering(history('SUCCESS', secondsAgo(-301))),
      reason: 'no-recent-delivery',
    },
    'only the stream succeeded, which is about a topic': {
      given: delivering({ configStreamDeliveryInfo: { lastStatus: 'SUCCESS' } }),
      reason: 'no-recent-delivery',
    },
    'an old success time beside a state that is none': {
      given: delivering(history('NOT_APPLICABLE', hoursAgo(1))),
      reason: 'no-recent-delivery',
    },
    'a status that nobody knows could hide a failure': {
      given: delivering({ ...good, configSnapshotDeliveryInfo: { lastStatus: 'HALF' } }),
      reason: 'delivery-status-unclear',
      params: { status: 'HALF' },
    },
    'the list of channels was refused': {
      given: evidence(
        everywhere((region) => [
          ...channel(region, good),
          refused('config.delivery-channels', 'denied', region),
        ]),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'the status was refused': {
      given: evidence(
        everywhere((region) => [
          ...channel(region, good),
          refused('config.delivery-channel-status', 'throttled', region),
        ]),
      ),
      reason: 'not-read',
      readingReason: 'throttled',
    },
    'the recorders were refused, so whether there is a unit cannot be told': {
      given: evidence(
        everywhere((region) => [
          ...channel(region, history('FAILURE')),
          refused('config.recorders', 'denied', region),
        ]),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'two regions deliver and one is quiet': {
      given: butIreland(good, {}),
      reason: 'partly-read',
      params: { count: 1, of: 4 },
    },
  },
  notApplicable: {
    'no region has a recorder: blocked': {
      given: evidence(everywhere((region) => answered('config.recorders', [], region))),
      reason: 'blocked-by',
      params: { check: 'cfg-recording' },
    },
    'a service-linked recorder is none of ours: blocked': {
      given: evidence(everywhere((region) => answered('config.recorders', [linked], region))),
      reason: 'blocked-by',
    },
  },
});

staysHonest(check, {
  'one region delivers, one is quiet, one fails': evidence(
    channel('ap-northeast-1', good),
    channel('eu-west-1', {}),
    channel('us-east-1', history('FAILURE'), good),
  ),
  'one region delivers, one has no channel, one no recorder': evidence(
    channel('ap-northeast-1', good),
    recorder('eu-west-1'),
    answered('config.delivery-channels', [], 'eu-west-1'),
    answered('config.recorders', [], 'us-east-1'),
  ),
  'every region delivers': delivering(good, history('SUCCESS', hoursAgo(3))),
  'no region has a recorder': evidence(
    everywhere((region) => answered('config.recorders', [linked], region)),
  ),
});
