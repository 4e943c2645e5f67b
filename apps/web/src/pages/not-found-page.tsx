import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { paths } from '../app/paths.ts';
import { useText } from '../i18n/text.tsx';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useCrumbs } from '../ui/crumbs.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useText();
  useDocumentTitle([t('state.not-found')]);
  useCrumbs();
  return (
    <SpaceBetween size="m">
      <Header variant="h1">{t('state.not-found')}</Header>
      <Box>{t('state.not-found-text')}</Box>
      <AppLink to={paths.overview}>{t('common.go-overview')}</AppLink>
    </SpaceBetween>
  );
}
