import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ScanReport } from '@ippo/contracts';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { regionRows, regionsRead } from '../../lib/region-rows.ts';
import { AppLink } from '../../ui/app-link.tsx';

/** Regions in two sentences; the whole truth is a page of its own. */
export function RegionSummary({ report }: { report: ScanReport }) {
  const t = useText();
  const { read, total, closed } = regionsRead(report);
  const failing = regionRows(report).filter(({ cells }) =>
    cells.some(({ shape }) => shape === 'fail'),
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('regions.summary', { read, dark: total - read, closed })}
          actions={<AppLink to={paths.regions}>{t('regions.open')}</AppLink>}
        >
          {t('regions.title')}
        </Header>
      }
    >
      {t('regions.failing', { n: failing.length })}
    </Container>
  );
}
