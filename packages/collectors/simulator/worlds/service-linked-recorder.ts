import { channel, each } from '../build-parts.ts';
import { account, enabledRegions, everywhere, recorder, recordingAll } from '../build-world.ts';
import type { World } from '../world.ts';

/** In one region a service keeps its own recorder, and nobody else does. */
export default function serviceLinkedRecorder(now: Date): World {
  const id = '111122223333';
  const linked = {
    ...recorder(now),
    name: 'AWSConfigurationRecorderForSecurityHubAssets_111122223333',
    servicePrincipal: 'securityhub.amazonaws.com',
  };
  return account({
    now,
    name: 'service-linked-recorder',
    account: id,
    recorders: {
      ...everywhere((region) => [{ ...recorder(now), ...recordingAll(region) }]),
      'us-east-2': [linked],
    },
    more: {
      channels: {
        ...each(enabledRegions, () => [channel(id, now)]),
        'us-east-2': [],
      },
    },
  });
}
