import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed, roleWords } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { paths } from '../app/paths.ts';
import { RecentSignIn } from '../ui/recent-sign-in.tsx';
import { FactorSection } from '../features/profile/factor-section.tsx';
import { KeysSection } from '../features/profile/keys-section.tsx';
import { NameSection } from '../features/profile/name-section.tsx';
import { PasskeysSection } from '../features/profile/passkeys-section.tsx';
import { PasswordSection } from '../features/profile/password-section.tsx';
import { SessionsSection } from '../features/profile/sessions-section.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { Text, useLanguage, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { When } from '../ui/when.tsx';
import '../ui/things.css';

/** One's own name, ways to sign in, browsers and keys. */
export function ProfilePage() {
  return (
    <LazyTexts part="entry">
      <LazyTexts part="people">
        <RecentSignIn>
          <Profile />
        </RecentSignIn>
      </LazyTexts>
    </LazyTexts>
  );
}

function Profile() {
  const t = useText();
  const language = useLanguage();
  const profile = useQuery(queries.profile.read.queryOptions());
  useCrumbs({ text: t('profile.title'), href: paths.profile });
  useDocumentTitle([t('profile.title')]);
  useScrollToHash(profile.data !== undefined);
  if (profile.error) return <ReportProblem title={t('profile.title')} query={profile} />;
  if (!profile.data) return <PageSkeleton title={t('profile.title')} />;
  const { name, email, role, accounts, until, ...ways } = profile.data;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('profile.title')} />}
        description={
          <>
            {t('profile.about', { email, role: roleWords[role][language] })}
            {' · '}
            {t('profile.sees', {
              accounts: accounts?.map(dashed).join(', ') ?? t('people.every-account'),
            })}
            {until === null ? null : (
              <>
                {' · '}
                <Text id="profile.until" values={{ when: <When at={until} /> }} />
              </>
            )}
          </>
        }
      >
        {t('profile.sentence', { name })}
      </Header>
      <NameSection key={name} name={name} />
      <PasswordSection hasPassword={ways.hasPassword} />
      <FactorSection
        on={ways.secondFactor}
        codesLeft={ways.backupCodesLeft}
        hasPassword={ways.hasPassword}
      />
      <PasskeysSection passkeys={ways.passkeys} possible={ways.passkeysPossible} />
      <SessionsSection />
      <KeysSection />
    </SpaceBetween>
  );
}
