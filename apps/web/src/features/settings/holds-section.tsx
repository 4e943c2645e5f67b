import Button from '@cloudscape-design/components/button';
import { dashed, type Hold } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Text, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { HoldForm } from './hold-form.tsx';

/** Periods that pruning leaves alone. */
export function HoldsSection({ holds }: { holds: readonly Hold[] }) {
  const t = useText();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const release = useMutation({
    mutationFn: (id: number) => api.storage.release({ id }),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.storage.key() }),
  });
  return (
    <PageSection
      id="holds"
      title={t('holds.title')}
      about={t('holds.about')}
      actions={adding ? null : <Button onClick={() => setAdding(true)}>{t('holds.add')}</Button>}
    >
      {release.error ? <ProblemText error={release.error} /> : null}
      {holds.length === 0 ? <p className="plain muted">{t('holds.none')}</p> : null}
      <ul className="thing-list">
        {holds.map(({ id, account, from, until, reason, setAt, setBy }) => (
          <li key={id}>
            <div>
              <strong>
                <bdi>{reason}</bdi>
              </strong>
              <div className="things">
                <span>{account === null ? t('holds.every') : dashed(account)}</span>
                <span>
                  <Text id="holds.from" values={{ when: <When at={from} /> }} />
                </span>
                <span>
                  {until === null ? (
                    t('holds.open')
                  ) : (
                    <Text id="holds.to" values={{ when: <When at={until} /> }} />
                  )}
                </span>
                <span>
                  <Text
                    id="holds.by"
                    values={{ name: <bdi>{setBy}</bdi>, when: <When at={setAt} /> }}
                  />
                </span>
              </div>
            </div>
            <Button
              ariaLabel={t('holds.release-named', { reason })}
              loading={release.isPending && release.variables === id}
              onClick={() => release.mutate(id)}
            >
              {t('holds.release')}
            </Button>
          </li>
        ))}
      </ul>
      {adding ? <HoldForm onClose={() => setAdding(false)} /> : null}
    </PageSection>
  );
}
