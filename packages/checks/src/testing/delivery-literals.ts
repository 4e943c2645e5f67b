import type { EvidenceValue } from '@ippo/contracts';
import { answered, evidence, everywhere, hoursAgo } from './evidence.ts';

/** A channel’s status without its name. */
export type Status = Omit<EvidenceValue<'config.delivery-channel-status'>[number], 'name'>;

/** A recorder that belongs to a service. */
export const linked = { name: 'AWSConfigurationRecorderForSecurityHub_abc' };
/** 48 hours in seconds. */
export const twoDays = 48 * 3600;

/** A region with a recorder of its own. */
export function recorder(region: string) {
  return [
    answered('config.recorders', [{ name: 'default' }], region),
    answered('config.recorder-status', [{ name: 'default', recording: true }], region),
  ];
}

/** A region with a recorder and a channel with these statuses. */
export function channel(region: string, ...statuses: Status[]) {
  return [
    ...recorder(region),
    answered('config.delivery-channels', [{ name: 'default', s3BucketName: 'logs' }], region),
    answered(
      'config.delivery-channel-status',
      statuses.map((status, at) => ({ name: at === 0 ? 'default' : `further-${at}`, ...status })),
      region,
    ),
  ];
}

/** One channel with this status in every region. */
export function delivering(...statuses: Status[]) {
  return evidence(everywhere((region) => channel(region, ...statuses)));
}

/** The same status everywhere but in Ireland. */
export function butIreland(status: Status, ireland: Status) {
  return evidence(
    everywhere((region) => channel(region, status)),
    channel('eu-west-1', ireland),
  );
}

/** A status of the history alone. */
export const history = (lastStatus: string, lastSuccessfulTime?: string): Status => ({
  configHistoryDeliveryInfo: { lastStatus, ...(lastSuccessfulTime ? { lastSuccessfulTime } : {}) },
});
/** History that arrived six hours ago. */
export const good = history('SUCCESS', hoursAgo(6));
/** A recorder but no channel, everywhere. */
export const noChannels = everywhere((region) => [
  ...recorder(region),
  answered('config.delivery-channels', [], region),
]);
