import type { Finding } from '@aws-sdk/client-guardduty';
import { defineCollector, eachItem } from '../../define-collector.ts';
import { allPages } from '../../pages.ts';
import { Refusal } from '../../refusal.ts';

/** `ListFindings` pages at 50, and `GetFindings` takes as many ids (GuardDuty API). */
const MaxResults = 50;
const limit = 1000;

/** High and critical, from 7.0 on (GuardDuty User Guide, *Findings severity levels*), and not archived. */
const FindingCriteria = {
  Criterion: { severity: { GreaterThanOrEqual: 7 }, 'service.archived': { Equals: ['false'] } },
};

export default defineCollector({
  evidence: 'guardduty.findings',
  operations: ['guardduty:ListFindings', 'guardduty:GetFindings'],
  tier: 'first-steps',
  after: 'guardduty.detectors',
  masked: { resource: 'hidden', action: 'hidden', accessKeyId: 'key-id' },
  targets: (parents) => eachItem(parents, (id) => id),
  collect(ask, { resource: DetectorId }) {
    let read = 0;
    return allPages(
      async (NextToken) => {
        if (read >= limit) throw new Refusal('capped', undefined, 'guardduty:ListFindings');
        const page = { DetectorId, FindingCriteria, MaxResults, NextToken };
        const list = await ask('guardduty:ListFindings', page);
        const FindingIds = list.FindingIds;
        read += FindingIds?.length ?? 0;
        if (!FindingIds?.length) return { found: FindingIds, next: list.NextToken };
        const { Findings } = await ask('guardduty:GetFindings', { DetectorId, FindingIds });
        if (FindingIds.some((id) => !Findings?.some(({ Id }) => Id === id)))
          throw new Refusal('malformed', 'finding missing');
        return { found: Findings?.map(findingOf), next: list.NextToken };
      },
      ({ found }): readonly unknown[] | undefined => found,
      ({ next }) => next,
    );
  },
});

function findingOf({ Id, AccountId, Severity, Type, CreatedAt, Service }: Finding) {
  const created = new Date(CreatedAt ?? Number.NaN);
  return {
    Id,
    AccountId,
    Severity,
    Type,
    CreatedAt: Number.isNaN(created.getTime()) ? undefined : created,
    Archived: Service?.Archived,
    Sample: Service ? isSample(Service.AdditionalInfo?.Value) : null,
  };
}

/** The flag stands in a JSON text; the `[SAMPLE]` of the title is the console's own. */
function isSample(value: string | undefined): boolean | null {
  if (!value) return false;
  try {
    const info: unknown = JSON.parse(value);
    if (typeof info !== 'object' || info === null) return null;
    const sample: unknown = 'sample' in info ? info.sample : false;
    return typeof sample === 'boolean' ? sample : null;
  } catch {
    return null;
  }
}
