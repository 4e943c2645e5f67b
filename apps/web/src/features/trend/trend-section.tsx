import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { Trend } from './trend.tsx';

const ranges = [84, 400] as const;

/** The overview's look back: twelve weeks, or as long as anything is kept, as the address says. */
export function TrendSection() {
  const t = useText();
  const chosen = useSearchParams()[0].get('trend') === '400' ? 400 : 84;
  const [until] = useState(() => Date.now());
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          description={t('trend.legend')}
          actions={
            <span className="trend-ranges">
              {ranges.map((days) =>
                days === chosen ? (
                  <b key={days} aria-current="true">
                    {t(`trend.range.${days}`)}
                  </b>
                ) : (
                  <AppLink key={days} to={`${paths.overview}?trend=${days}`}>
                    {t(`trend.range.${days}`)}
                  </AppLink>
                ),
              )}
            </span>
          }
        >
          {t(`trend.title.${chosen}`)}
        </Header>
      }
    >
      <Trend days={chosen} until={until} />
    </Container>
  );
}
