import type { Finding } from '@ippo/contracts';
import { useText } from '../i18n/text.tsx';
import { RegionName } from './region-name.tsx';

/** Where findings are: resources by their own name, else regions, else the account. */
export function Places({ findings, limit = 6 }: { findings: readonly Finding[]; limit?: number }) {
  const t = useText();
  const shown = findings.length > limit ? [] : findings;
  if (shown.length === 0) return <>{t('fact.regions', { n: findings.length })}</>;
  return (
    <span className="region-list">
      {shown.map((finding) => (
        <Place key={finding.fingerprint} finding={finding} />
      ))}
    </span>
  );
}

function Place({ finding }: { finding: Finding }) {
  const t = useText();
  if (finding.resource)
    return (
      <bdi className="mono arn">
        {finding.resource}
        {finding.facet ? ` · ${finding.facet}` : ''}
      </bdi>
    );
  if (finding.region) return <RegionName region={finding.region} />;
  return <>{t('worst.account')}</>;
}
