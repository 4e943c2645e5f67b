import { defineCollector, eachItem, none } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'guardduty.administrator',
  operations: ['guardduty:GetAdministratorAccount'],
  tier: 'first-steps',
  after: 'guardduty.detectors',
  /** An account has one detector a region; a second one would have the same administrator. */
  targets: (parents) => eachItem(parents, (id) => id).map(({ region }) => ({ region })),
  /** An account without one, and the administrator itself, get no content (GuardDuty API). */
  async collect(ask, { region }, { parents }) {
    const detectors = parents.get(region);
    const DetectorId = detectors?.readable ? detectors.value[0] : undefined;
    const answer = await ask('guardduty:GetAdministratorAccount', { DetectorId });
    return answer.Administrator ?? none;
  },
});
