import { describe, expect, test } from 'vitest';
import { answered, evidence, hoursAgo, regionsListed } from '../../testing/evidence.ts';
import { history, recorder, type Status as Delivery } from '../../testing/delivery-literals.ts';
import { judged } from '../../testing/property-runs.ts';
import check from './cfg-delivery.ts';

const region = 'us-east-1';
const oneRegion = regionsListed({ [region]: 'ENABLED' });
type Status = Delivery & { name: string };

function reasonOf(...statuses: Status[]) {
  const given = evidence(
    oneRegion,
    recorder(region),
    answered('config.delivery-channels', [{ name: 'default', s3BucketName: 'logs' }], region),
    answered('config.delivery-channel-status', statuses, region),
  );
  return judged(given, [], [check]).checks[0]?.findings[0]?.reason;
}

function failing(name: string, history: string, snapshot = history): Status {
  return {
    name,
    configHistoryDeliveryInfo: { lastStatus: 'FAILURE', lastErrorCode: history },
    configSnapshotDeliveryInfo: { lastStatus: 'FAILURE', lastErrorCode: snapshot },
  };
}

describe('of several channels', () => {
  test('the first failing one by name speaks, in whatever order AWS lists them', () => {
    const [a, b] = [failing('a', 'A'), failing('b', 'B')];
    const expected = { code: 'channel-failing', params: { channel: 'a', error: ['A'] } };

    expect(reasonOf(a, b)).toEqual(expected);
    expect(reasonOf(b, a)).toEqual(expected);
  });

  test('its error codes stand sorted, each once', () => {
    expect(reasonOf(failing('a', 'Z', 'B'))?.params).toEqual({ channel: 'a', error: ['B', 'Z'] });
    expect(reasonOf(failing('a', 'Z', 'Z'))?.params).toEqual({ channel: 'a', error: ['Z'] });
  });

  test.each(['NOT_SUCCESS', 'SUCCESSFUL', 'A_FAILURE', 'NOT_APPLICABLE_YET'])(
    'a status %s that nobody defined is unclear, beside a good one too',
    (status) => {
      const odd = { name: 'a', configStreamDeliveryInfo: { lastStatus: status } };
      const good = { name: 'b', ...history('SUCCESS', hoursAgo(6)) };

      expect(reasonOf(odd, good)).toEqual({
        code: 'delivery-status-unclear',
        params: { channel: 'a', status: [status] },
      });
    },
  );

  test('several unclear statuses of one channel stand sorted', () => {
    const odd = {
      name: 'a',
      configHistoryDeliveryInfo: { lastStatus: 'Z' },
      configStreamDeliveryInfo: { lastStatus: 'B' },
    };

    expect(reasonOf(odd)?.params).toEqual({ channel: 'a', status: ['B', 'Z'] });
  });

  test('the latest delivery of all is told', () => {
    const older = { name: 'a', ...history('SUCCESS', hoursAgo(30)) };
    const newer = { name: 'b', ...history('SUCCESS', hoursAgo(6)) };

    expect(reasonOf(older, newer)).toEqual({
      code: 'met',
      params: { deliveredAt: hoursAgo(6) },
    });
  });
});
