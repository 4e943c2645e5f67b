import { account, everywhere, recorder, recordingAll } from '../build-world.ts';
import type { World } from '../world.ts';

/** Config records once a day, in every region. */
export default function dailyConfig(now: Date): World {
  return account({
    now,
    name: 'daily-config',
    recorders: everywhere((region) => [{ ...recorder(now), ...recordingAll(region, 'DAILY') }]),
  });
}
