import Container from '@cloudscape-design/components/container';
import type { ScanReport } from '@ippo/contracts';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { regionCounts, type RegionCountId } from '../../lib/region-rows.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon, type OutcomeShape } from '../../ui/outcome-icon.tsx';

const shapes: Record<RegionCountId, OutcomeShape> = {
  read: 'pass',
  'scp-denied': 'unknown',
  unreachable: 'unknown',
  'out-of-scope': 'out-of-scope',
  'not-enabled': 'not-applicable',
};

/** How many Regions there are of each kind, and what that kind means. */
export function RegionCounts({ report }: { report: ScanReport }) {
  const t = useText();
  const counts = regionCounts(report);
  return (
    <Container>
      <ul className="region-counts">
        {counts.map(({ id, regions, partly }) => (
          <li key={id}>
            <div className="region-number">
              <OutcomeIcon shape={shapes[id]} size={20} />
              {regions.length > 0 && (id === 'scp-denied' || id === 'unreachable') ? (
                <AppLink
                  to={`${paths.findings}?outcome=unknown&region=${regions.join(',')}`}
                  ariaLabel={t('regions.count-open', {
                    n: regions.length,
                    kind: t(`regions.count.${id}`),
                  })}
                >
                  <b>{regions.length}</b>
                </AppLink>
              ) : (
                <b>{regions.length}</b>
              )}
            </div>
            <b>{t(`regions.count.${id}`)}</b>
            <div className="fine-line">
              {id === 'read' && partly > 0
                ? t('regions.count-partly', { n: partly })
                : t(`regions.count-about.${id}`)}
            </div>
            {id === 'scp-denied' && regions.length > 0 ? (
              <AppLink to={`${paths.settings}#regions`}>{t('regions.closed-on-purpose')}</AppLink>
            ) : null}
          </li>
        ))}
      </ul>
    </Container>
  );
}
