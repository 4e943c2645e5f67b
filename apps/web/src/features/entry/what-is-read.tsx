import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Tabs from '@cloudscape-design/components/tabs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { CodeBlock } from '../../ui/code-block.tsx';

/** The policy to copy, and every operation that can be sent. */
export function WhatIsRead({ operations }: { operations: readonly string[] }) {
  const t = useText();
  const [policyOpen, setPolicyOpen] = useState(() => location.hash === '#policy');
  const services = new Set(operations.map((operation) => operation.split(':')[0])).size;
  return (
    <div className="doors-more">
      <div id="policy">
        <ExpandableSection
          headerText={t('start.policy')}
          headerDescription={t('start.policy-text')}
          headingTagOverride="h2"
          expanded={policyOpen}
          onChange={({ detail }) => setPolicyOpen(detail.expanded)}
        >
          {policyOpen ? <Policy /> : null}
        </ExpandableSection>
      </div>
      <div id="operations">
        <ExpandableSection
          headerText={t('start.read')}
          headerDescription={t('start.read-text', { n: operations.length, services })}
          headingTagOverride="h2"
        >
          <ul className="operations">
            {operations.map((operation) => (
              <li key={operation} className="mono">
                {operation}
              </li>
            ))}
          </ul>
        </ExpandableSection>
      </div>
    </div>
  );
}

function Policy() {
  const t = useText();
  return (
    <Tabs
      ariaLabel={t('start.policy')}
      tabs={[
        {
          id: 'cloudformation',
          label: t('remedy.cloudformation'),
          content: <PolicyText format="cloudformation" label={t('remedy.cloudformation')} />,
        },
        {
          id: 'terraform',
          label: t('remedy.terraform'),
          content: <PolicyText format="terraform" label={t('remedy.terraform')} />,
        },
        {
          id: 'json',
          label: t('start.policy-json'),
          content: <PolicyText format="json" label={t('start.policy-json')} />,
        },
      ]}
    />
  );
}

function PolicyText({
  format,
  label,
}: {
  format: 'json' | 'cloudformation' | 'terraform';
  label: string;
}) {
  const { data } = useQuery(
    queries.policy.queryOptions({ input: { format }, staleTime: Infinity }),
  );
  return data ? (
    <CodeBlock text={data.text} label={label} />
  ) : (
    <div className="skeleton skeleton-card" />
  );
}
