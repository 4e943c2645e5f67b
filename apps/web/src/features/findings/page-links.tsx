import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { linesOfAPage } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import type { FindingsData, FindingsList } from './use-findings.ts';

/** "51 to 100 of 230", and the ways to the next page and back to the first. */
export function PageLinks({ data, findings }: { data: FindingsData; findings: FindingsList }) {
  const t = useText();
  const { place, query } = findings;
  const { next } = data;
  if (next === null && place.cursor === undefined) return null;
  const { sort, order, page } = place;
  const from = (page - 1) * linesOfAPage[data.groups === null ? 'findings' : 'groups'] + 1;
  return (
    <nav className="finding-pages" aria-label={t('findings.pages')}>
      <span>
        {findings.busy
          ? t('common.loading')
          : t(data.groups === null ? 'findings.page' : 'findings.page-groups', {
              ...{ from, to: from + data.lines.length - 1, total: data.groups ?? data.total },
            })}
      </span>
      <SpaceBetween direction="horizontal" size="xs">
        {place.cursor === undefined ? null : (
          <Button onClick={() => findings.go(query, { sort, order })}>
            {t('findings.first-page')}
          </Button>
        )}
        {next === null ? null : (
          <Button onClick={() => findings.go(query, { sort, order, cursor: next, page: page + 1 })}>
            {t('findings.next-page')}
          </Button>
        )}
      </SpaceBetween>
    </nav>
  );
}
