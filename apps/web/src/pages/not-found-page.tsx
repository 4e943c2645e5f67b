import Box from '@cloudscape-design/components/box';
import { paths } from '../app/paths.ts';
import { useText } from '../i18n/text.tsx';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { StairMark } from '../ui/stair-mark.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useText();
  useDocumentTitle([t('state.not-found')]);
  useCrumbs();
  return (
    <div className="empty">
      <StairMark />
      <Box variant="h1">{t('state.not-found')}</Box>
      <Box color="text-body-secondary">{t('state.not-found-text')}</Box>
      <AppLink to={paths.overview}>{t('common.go-overview')}</AppLink>
    </div>
  );
}
