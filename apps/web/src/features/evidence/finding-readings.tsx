import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Call, CheckResult, EvidenceRef, Finding } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { decidingLines } from '../../lib/deciding-lines.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { NotSeen } from './not-seen.tsx';
import { orderReadings, type EvidenceItem, type ReadingWithCalls } from './order-readings.ts';
import { ReadingRow } from './reading-row.tsx';

type Props = { check: CheckResult; finding: Finding; scanId: string; sentences: Sentences };

const shownAtOnce = 4;

/** What AWS answered about one finding: the answers that decide it first, then what was not seen. */
export function FindingReadings({ check, finding, scanId, sentences }: Props) {
  const t = useText();
  const [all, setAll] = useState(false);
  const input = { id: scanId, check: check.id };
  const evidence = useQuery(queries.scans.evidence.queryOptions({ input, staleTime: Infinity }));
  const own = evidence.data
    ? orderReadings(evidence.data, check).filter(({ calls }) => named(finding.evidence, calls))
    : [];
  const seen = own
    .filter(({ reading }) => reading.readable)
    .toSorted((a, b) => Number(decides(b, finding)) - Number(decides(a, finding)));
  const missing = (evidence.data?.readings ?? []).filter(
    (one) => !one.readable && here(one, finding),
  );
  const shown = all ? seen : seen.slice(0, shownAtOnce);
  return (
    <Container
      header={
        <Header variant="h2" description={t('finding.saw-about', { n: seen.length })}>
          {t('check.saw')}
        </Header>
      }
    >
      {evidence.error ? <ProblemText error={evidence.error} header={t('state.error')} /> : null}
      {evidence.isPending ? <div className="skeleton skeleton-answer" /> : null}
      {shown.map((one, index) => (
        <ReadingRow
          key={`${one.reading.type} ${one.reading.region} ${one.reading.resource ?? ''}`}
          reading={one.reading}
          calls={one.calls}
          open={index === 0}
          {...(finding.outcome === 'fail' ? { reason: finding.reason } : {})}
        />
      ))}
      {seen.length > shown.length ? (
        <Button variant="inline-link" onClick={() => setAll(true)}>
          {t('check.show-more', { n: seen.length - shown.length })}
        </Button>
      ) : null}
      {evidence.data ? (
        <>
          <NotSeen readings={missing} sentences={sentences} />
          <p className="fine">{t('check.masked')}</p>
        </>
      ) : null}
    </Container>
  );
}

/** Whether a finding names one of the calls; by AWS's request id where one came. */
function named(refs: readonly EvidenceRef[], calls: readonly Call[]): boolean {
  return refs.some((ref) =>
    calls.some((call) =>
      ref.requestId === null
        ? call.operation === ref.operation && call.region === ref.region
        : call.requestId === ref.requestId,
    ),
  );
}

function decides({ reading }: ReadingWithCalls, { outcome, reason }: Finding): boolean {
  if (!reading.readable || outcome !== 'fail') return false;
  return decidingLines(reading.value, reason, reading.resource).length > 0;
}

/** Whether an answer that is missing is about the finding's place, or about the whole account. */
function here({ region, resource }: EvidenceItem, finding: Finding): boolean {
  if (finding.region !== undefined && region !== finding.region && region !== 'global')
    return [finding.reason.params['region']].flat().includes(region);
  return resource === undefined || finding.unit === 'account' || belongs(resource, finding);
}

function belongs(resource: string, { resource: own, facet }: Finding): boolean {
  return own === undefined || resource === own || resource === facet;
}
