import ExpandableSection from '@cloudscape-design/components/expandable-section';
import type { Call, Reason } from '@ippo/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { writeUtc } from '../../lib/dates.ts';
import { decidingLines, type DecidingLine } from '../../lib/deciding-lines.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { When } from '../../ui/when.tsx';
import type { EvidenceItem } from './order-readings.ts';

type Props = {
  reading: EvidenceItem;
  calls: Call[];
  open: boolean;
  /** The reason whose deciding lines are marked. */
  reason?: Reason;
};

/** One reading: who was asked, where and when; its answer as kept, opened on demand. */
export function ReadingRow({ reading, calls, open, reason }: Props) {
  const t = useText();
  const lines =
    reading.readable && reason ? decidingLines(reading.value, reason, reading.resource) : [];
  const [expanded, setExpanded] = useState(open);
  const operations = [...new Set(calls.map(({ operation }) => operation))];
  return (
    <section className="reading">
      <div className="reading-head">
        <b className="mono">{operations.join(', ') || reading.type}</b>
        <span>
          <RegionName region={reading.region} />
        </span>
        <span className="reading-time">
          <When at={reading.at} /> · {writeUtc(reading.at)}
        </span>
      </div>
      {reading.resource ? (
        <bdi className="mono arn reading-resource">{reading.resource}</bdi>
      ) : null}
      {calls.map((call) => (
        <div
          key={`${call.operation} ${call.at} ${call.requestId ?? ''}`}
          className="reading-call mono"
        >
          {call.requestId === null
            ? t('check.no-request')
            : t('check.request', { id: call.requestId })}
          {call.digest === null ? null : (
            <>
              <br />
              {t('check.digest', { digest: call.digest })}
            </>
          )}
        </div>
      ))}
      {reading.readable ? (
        <ExpandableSection
          headerText={t('check.kept')}
          headingTagOverride="h3"
          expanded={expanded}
          onChange={({ detail }) => setExpanded(detail.expanded)}
        >
          {expanded ? (
            <>
              {calls.some(({ digest }) => digest !== null) ? (
                <p className="fine">{t('check.digest-of')}</p>
              ) : null}
              <CodeBlock
                numbered
                label={t('check.kept')}
                text={JSON.stringify(reading.value, null, 2) ?? 'null'}
                marked={lines.map(({ line }) => line)}
              />
              <Deciding lines={lines} />
            </>
          ) : null}
        </ExpandableSection>
      ) : null}
    </section>
  );
}

/** What the marked lines say. */
function Deciding({ lines }: { lines: DecidingLine[] }) {
  const t = useText();
  return lines.map(({ line, text }) => (
    <p key={line} className="deciding">
      <b className="outcome-fail">{t('check.line-decides', { line })}</b>{' '}
      <code className="mono">{text}</code>
    </p>
  ));
}
