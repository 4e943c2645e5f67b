import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { paths } from '../app/paths.ts';
import { ByService } from '../features/responsibility/by-service.tsx';
import { Model } from '../features/responsibility/model.tsx';
import '../features/responsibility/responsibility.css';
import { YourSide } from '../features/responsibility/your-side.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useReport } from '../lib/use-report.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemText } from '../ui/problem-text.tsx';

/** Who secures what: AWS's part, the customer's, and how the customer's stands now. */
export function SharedResponsibilityPage() {
  return (
    <LazyTexts part="responsibility">
      <SharedResponsibility />
    </LazyTexts>
  );
}

const source = {
  en: 'https://aws.amazon.com/compliance/shared-responsibility-model/',
  ja: 'https://aws.amazon.com/jp/compliance/shared-responsibility-model/',
};

function SharedResponsibility() {
  const t = useText();
  const language = useLanguage();
  const report = useReport();
  const sentences = useSentences();
  useCrumbs({ text: t('responsibility.title'), href: paths.sharedResponsibility });
  useDocumentTitle([t('responsibility.title')]);
  const nothing = problemOf(report.error)?.code === 'no-report';
  if (report.isPending || !sentences) return <PageSkeleton title={t('responsibility.title')} />;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('responsibility.title')} />}
        description={t('responsibility.about')}
      >
        {t('responsibility.headline')}
      </Header>
      <Model />
      {report.error && !nothing ? <ProblemText error={report.error} /> : null}
      <YourSide report={report.data?.report} sentences={sentences} />
      <ByService />
      <p className="fine">
        {t('responsibility.source')}{' '}
        <Link
          href={source[language]}
          external
          externalIconAriaLabel={t('remedy.new-tab')}
          fontSize="body-s"
        >
          {t('responsibility.source-name')}
        </Link>
      </p>
    </SpaceBetween>
  );
}
