import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { Preflight } from '@ippo/contracts';
import { useState } from 'react';
import { paths } from '../../app/paths.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { marksIn } from '../../lib/fill-in.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { attachLines, policyText } from './policy-to-add.ts';
import type { Sorted } from './sort-permissions.ts';
import { runnerOf } from './who-runs.ts';

type Props = { found: Preflight; sorted: Sorted };

/** A policy of only the missing lines, and the command that attaches it. */
export function WhatToAdd({ found, sorted }: Props) {
  const t = useText();
  const [untriedToo, setUntriedToo] = useState(true);
  const runner = runnerOf(found.caller);
  const { missing, untried } = sorted;
  if (missing.length === 0) return null;
  const actions = [...missing, ...(untriedToo ? untried : [])].map(({ action }) => action);
  const lines = attachLines(runner, actions, found.at);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <>
              <Text
                id={`preflight.add-${runner.kind}`}
                values={{ name: <b className="arn">{runner.name}</b> }}
              />
              <div>
                {t(
                  actions.includes('iam:GenerateCredentialReport')
                    ? 'preflight.add-report'
                    : 'preflight.add-reads',
                )}
              </div>
            </>
          }
        >
          {t('preflight.add')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {untried.length > 0 ? (
          <Checkbox
            checked={untriedToo}
            onChange={({ detail }) => setUntriedToo(detail.checked)}
            description={t('preflight.add-untried-about')}
          >
            {t('preflight.add-untried', { n: untried.length })}
          </Checkbox>
        ) : null}
        <Tabs
          ariaLabel={t('preflight.add')}
          tabs={[
            {
              id: 'policy',
              label: t('preflight.policy'),
              content: <CodeBlock text={policyText(actions)} label={t('preflight.policy')} />,
            },
            {
              id: 'cli',
              label: t('preflight.cli'),
              content: (
                <>
                  <CodeBlock text={lines} label={t('preflight.cli')} fillIn />
                  <p className="fine">
                    {t(
                      runner.kind === 'permission-set'
                        ? 'preflight.cli-permission-set'
                        : 'preflight.cli-role',
                    )}{' '}
                    {marksIn(lines).length > 0 ? t('preflight.cli-fill') : null}
                  </p>
                </>
              ),
            },
          ]}
        />
        <AppLink to={`${paths.start}#policy`}>{t('preflight.whole')}</AppLink>
      </SpaceBetween>
    </Container>
  );
}
