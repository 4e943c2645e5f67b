import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useText } from '../i18n/text.tsx';

/** The page's own shape while its numbers are on their way. */
export function PageSkeleton({ title }: { title: string }) {
  const t = useText();
  return (
    <div aria-busy="true">
      <SpaceBetween size="l">
        <Header variant="h1">{title}</Header>
        <span className="visually-hidden" role="status">
          {t('common.loading')}
        </span>
        <Container>
          <div className="skeleton skeleton-hero" />
        </Container>
        <div className="two-columns">
          <Container>
            <div className="skeleton skeleton-card" />
          </Container>
          <Container>
            <div className="skeleton skeleton-card" />
          </Container>
        </div>
      </SpaceBetween>
    </div>
  );
}
