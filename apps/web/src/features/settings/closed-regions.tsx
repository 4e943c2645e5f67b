import Button from '@cloudscape-design/components/button';
import type { ClosedRegion, ScanReport } from '@ippo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Text, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { useSession } from '../../lib/use-report.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { When } from '../../ui/when.tsx';
import { ClosedRegionForm } from './closed-region-form.tsx';

type Props = { report: Pick<ScanReport, 'account' | 'source' | 'regions'>; scanId: string };

/** Regions that an SCP closes: what the last scan proves, and what an owner said of them. */
export function ClosedRegions({ report, scanId }: Props) {
  const t = useText();
  const client = useQueryClient();
  const owner = useSession().data?.role === 'owner';
  const [asked, setAsked] = useState<string | null>(null);
  const list = useQuery(queries.closedRegions.list.queryOptions());
  const end = useMutation({
    mutationFn: (id: string) => api.closedRegions.end({ id }),
    onSuccess: () => client.invalidateQueries(),
  });
  const own = (list.data?.regions ?? []).filter(
    ({ account, source }) => account === report.account && source === report.source.kind,
  );
  const held = own.filter(({ ended }) => ended === null);
  const over = own.filter(({ ended }) => ended !== null);
  const proven = report.regions.filter(({ state }) => state === 'scp-denied');
  if (list.error) return <ProblemText error={list.error} />;
  if (proven.length === 0 && own.length === 0) return null;
  return (
    <div id="closed-regions">
      <h3 className="small-heading">{t('closed.title')}</h3>
      <p className="plain muted">{t('closed.about')}</p>
      {end.error ? <ProblemText error={end.error} /> : null}
      <ul className="thing-list">
        {held.map((one) => (
          <li key={one.id}>
            <Confirmed one={one} />
            {owner ? (
              <Button
                ariaLabel={t('closed.end-named', { region: one.region })}
                loading={end.isPending && end.variables === one.id}
                onClick={() => end.mutate(one.id)}
              >
                {t('closed.end')}
              </Button>
            ) : null}
          </li>
        ))}
        {proven.map(({ name }) => (
          <li key={name}>
            <div>
              <RegionName region={name} />
              <div className="things">
                <span>{t('closed.proven')}</span>
                {owner ? null : <span>{t('closed.owner')}</span>}
              </div>
              {asked === name ? (
                <ClosedRegionForm region={name} scanId={scanId} onClose={() => setAsked(null)} />
              ) : null}
            </div>
            {owner && asked !== name ? (
              <Button
                ariaLabel={t('closed.confirm-named', { region: name })}
                onClick={() => setAsked(name)}
              >
                {t('closed.confirm')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {over.length > 0 ? <Over regions={over} /> : null}
    </div>
  );
}

function Confirmed({ one }: { one: ClosedRegion }) {
  const { by, at } = one.confirmed;
  return (
    <div>
      <RegionName region={one.region} /> · <bdi>{one.reason}</bdi>
      <div className="things">
        <span>
          <Text id="closed.by" values={{ name: <bdi>{by}</bdi>, when: <When at={at} /> }} />
        </span>
      </div>
    </div>
  );
}

/** What held once: who took it back, or that the Region answered. */
function Over({ regions }: { regions: readonly ClosedRegion[] }) {
  const t = useText();
  return (
    <details>
      <summary>{t('closed.ended')}</summary>
      <ul className="thing-list">
        {regions.map((one) => (
          <li key={one.id}>
            <div>
              <Confirmed one={one} />
              <div className="things">
                <span>
                  {one.ended?.by === null ? (
                    <Text id="closed.ended-by-scan" values={{ when: <When at={one.ended.at} /> }} />
                  ) : (
                    <Text
                      id="closed.ended-by"
                      values={{
                        name: <bdi>{one.ended?.by}</bdi>,
                        when: <When at={one.ended?.at ?? one.confirmed.at} />,
                      }}
                    />
                  )}
                </span>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
