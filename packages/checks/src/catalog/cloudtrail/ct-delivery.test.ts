import { bareStatus, noStores, trail, trailLists } from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import { evidence, hoursAgo, secondsAgo } from '../../testing/evidence.ts';
import check from './ct-delivery.ts';

const wide = trail('main');
const unvalidated = trail('main', { LogFileValidationEnabled: false });
const day = 24 * 3600;
const month = hoursAgo(24 * 30);

/** One trail that is logging, with exactly these times. */
function delivering(fields: Parameters<typeof bareStatus>[1], one = wide) {
  return evidence(trailLists(one), bareStatus(one, { IsLogging: true, ...fields }), noStores());
}

checkCases(check, {
  passes: {
    'logs were delivered exactly 24 hours ago': {
      given: delivering({ LatestDeliveryTime: secondsAgo(day) }),
      reason: 'delivered',
      findings: 1,
    },
    'an error of None is no error': {
      given: delivering({ LatestDeliveryTime: hoursAgo(1), LatestDeliveryError: 'None' }),
      reason: 'delivered',
      findings: 1,
    },
    'an empty error is no error': {
      given: delivering({ LatestDeliveryTime: hoursAgo(1), LatestDeliveryError: '' }),
      reason: 'delivered',
      findings: 1,
    },
    'nothing was to deliver, but the hourly digests arrive': {
      given: delivering({
        LatestDeliveryTime: secondsAgo(day + 1),
        LatestDigestDeliveryTime: secondsAgo(day),
        StartLoggingTime: month,
      }),
      reason: 'digest-only',
      findings: 1,
    },
    'nothing was ever delivered, but the hourly digests arrive': {
      given: delivering({
        LatestDigestDeliveryTime: hoursAgo(1),
        LatestDigestDeliveryError: 'None',
      }),
      reason: 'digest-only',
      findings: 1,
    },
    'a trail started an hour ago already sent a digest': {
      given: delivering({
        StartLoggingTime: hoursAgo(1),
        LatestDigestDeliveryTime: secondsAgo(60),
      }),
      reason: 'digest-only',
      findings: 1,
    },
  },
  fails: {
    'delivery ends in an error': {
      given: delivering({ LatestDeliveryTime: hoursAgo(30), LatestDeliveryError: 'NoSuchBucket' }),
      reason: 'delivery-error',
      params: { error: 'NoSuchBucket' },
      findings: 1,
    },
    'an error counts although logs arrived an hour ago': {
      given: delivering({ LatestDeliveryTime: hoursAgo(1), LatestDeliveryError: 'AccessDenied' }),
      reason: 'delivery-error',
      findings: 1,
    },
    'an error counts although digests arrive and the trail is new': {
      given: delivering({
        StartLoggingTime: hoursAgo(1),
        LatestDigestDeliveryTime: hoursAgo(1),
        LatestDeliveryError: '=cmd|<script>',
      }),
      reason: 'delivery-error',
      params: { error: '=cmd|<script>' },
      findings: 1,
    },
    'neither logs nor digests came for more than 24 hours': {
      given: delivering({
        LatestDeliveryTime: secondsAgo(day + 1),
        LatestDigestDeliveryTime: secondsAgo(day + 1),
        StartLoggingTime: month,
      }),
      reason: 'not-delivering',
      findings: 1,
    },
    'logging for more than 24 hours, and nothing ever came': {
      given: delivering({ StartLoggingTime: secondsAgo(day + 1) }),
      reason: 'not-delivering',
      findings: 1,
    },
  },
  unknown: {
    'the trail was started a second less than 24 hours ago': {
      given: delivering({ StartLoggingTime: secondsAgo(day - 1) }),
      reason: 'too-early',
      findings: 1,
    },
    'the trail was started again an hour ago after a long pause': {
      given: delivering({
        LatestDeliveryTime: hoursAgo(300),
        LatestDigestDeliveryTime: hoursAgo(300),
        StartLoggingTime: hoursAgo(1),
      }),
      reason: 'too-early',
      findings: 1,
    },
    'the start lies in the future: clocks differ': {
      given: delivering({ StartLoggingTime: secondsAgo(-60) }),
      reason: 'too-early',
      findings: 1,
    },
    'exactly 24 hours after the start with nothing delivered': {
      given: delivering({ StartLoggingTime: secondsAgo(day) }),
      reason: 'quiet',
      findings: 1,
    },
    'exactly 24 hours after a new start, with a digest from before it': {
      given: delivering({
        StartLoggingTime: secondsAgo(day),
        LatestDigestDeliveryTime: hoursAgo(25),
      }),
      reason: 'quiet',
      findings: 1,
    },
    'an old delivery, and neither a start nor a digest is told': {
      given: delivering({ LatestDeliveryTime: hoursAgo(72) }),
      reason: 'quiet',
      findings: 1,
    },
    'an old digest, and neither a start nor a delivery is told': {
      given: delivering({ LatestDigestDeliveryTime: hoursAgo(72) }),
      reason: 'quiet',
      findings: 1,
    },
    'silent, and log file validation is off': {
      given: delivering({ LatestDeliveryTime: hoursAgo(30), StartLoggingTime: month }, unvalidated),
      reason: 'quiet',
      params: { deliveredAt: hoursAgo(30) },
      findings: 1,
    },
    'a digest of a trail whose validation is off now proves nothing': {
      given: delivering(
        { LatestDigestDeliveryTime: hoursAgo(1), StartLoggingTime: month },
        unvalidated,
      ),
      reason: 'quiet',
      findings: 1,
    },
    'silent, with only a digest error': {
      given: delivering({
        LatestDeliveryTime: hoursAgo(30),
        LatestDigestDeliveryTime: hoursAgo(30),
        LatestDigestDeliveryError: 'AccessDenied',
        StartLoggingTime: month,
      }),
      reason: 'digest-error',
      params: { error: 'AccessDenied', deliveredAt: hoursAgo(30) },
      findings: 1,
    },
    'a digest error makes a fresh digest worthless': {
      given: delivering({
        LatestDeliveryTime: hoursAgo(30),
        LatestDigestDeliveryTime: hoursAgo(1),
        LatestDigestDeliveryError: 'AccessDenied',
        StartLoggingTime: month,
      }),
      reason: 'digest-error',
      params: { error: 'AccessDenied', deliveredAt: hoursAgo(30) },
      findings: 1,
    },
    'silent with an error of the digests that it no longer makes': {
      given: delivering(
        { LatestDigestDeliveryError: 'AccessDenied', StartLoggingTime: month },
        unvalidated,
      ),
      reason: 'quiet',
      findings: 1,
    },
    'a trail logs and says nothing else': {
      given: delivering({}),
      reason: 'quiet',
      params: { deliveredAt: [] },
      findings: 1,
    },
  },
});
