import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useQuery } from '@tanstack/react-query';
import type { CheckResult } from '@ippo/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { deciding, orderReadings } from './order-readings.ts';
import { NotSeen } from './not-seen.tsx';
import { ReadingRow } from './reading-row.tsx';

type Props = { check: CheckResult; scanId: string; sentences: Sentences };

const shownAtOnce = 6;

/** What AWS answered, reading by reading, those that decide first; then what was not seen. */
export function Readings({ check, scanId, sentences }: Props) {
  const t = useText();
  const [all, setAll] = useState(false);
  const input = { id: scanId, check: check.id };
  const evidence = useQuery(queries.scans.evidence.queryOptions({ input, staleTime: Infinity }));
  const ordered = evidence.data ? orderReadings(evidence.data, check) : [];
  const seen = ordered.filter(({ reading }) => reading.readable);
  const shown = all ? seen : seen.slice(0, shownAtOnce);
  return (
    <Container
      header={
        <Header variant="h2" description={t('check.saw-about')}>
          {t('check.saw')}
        </Header>
      }
    >
      {evidence.error ? <ProblemText error={evidence.error} header={t('state.error')} /> : null}
      {evidence.isPending ? <div className="skeleton skeleton-card" /> : null}
      {shown.map(({ reading, calls }, index) => (
        <ReadingRow
          key={`${reading.type} ${reading.region} ${reading.resource ?? ''}`}
          reading={reading}
          calls={calls}
          open={index === 0 && deciding(check, calls)}
        />
      ))}
      {seen.length > shown.length ? (
        <Button variant="inline-link" onClick={() => setAll(true)}>
          {t('check.show-more', { n: seen.length - shown.length })}
        </Button>
      ) : null}
      {evidence.data ? (
        <NotSeen
          readings={ordered
            .filter(({ reading }) => !reading.readable)
            .map(({ reading }) => reading)}
          sentences={sentences}
        />
      ) : null}
      <p className="fine">{t('check.masked')}</p>
    </Container>
  );
}
