import { placeOf, type Alert } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { checkPath, paths } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { firstNames, writeList } from '../../lib/write-names.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Joined } from '../../ui/joined.tsx';
import { When } from '../../ui/when.tsx';

/** An alert as a heading and a sentence; `brief` adds to the heading what the sentence alone says. */
export type AlertWords = {
  key: Alert['kind'];
  since: string;
  header: string;
  text: ReactNode;
  brief: ReactNode;
};

/** At most so many Regions are named in a heading. */
const mostNamed = 4;

/** What stands wherever alerts are told. */
export function useAlertWords(sentences: Sentences): (alert: Alert) => AlertWords {
  const t = useText();
  const language = useLanguage();
  // Every finding names its Region: each is said once, and many are counted.
  const places = (regions: readonly string[]) => {
    const { named, more } = firstNames(regions, mostNamed);
    const words = named.map((region) => placeOf(region, language));
    return writeList(
      [...words, ...(more > 0 ? [t('alert.more-regions', { n: more })] : [])],
      language,
    );
  };
  const open = <AppLink to={`${paths.overview}#unseen`}>{t('alert.open-unseen')}</AppLink>;
  return (alert) => {
    const since = <When at={alert.since} />;
    const began = <Text id="alert.since" values={{ since }} />;
    const same = { key: alert.kind, since: alert.since };
    if (alert.kind === 'threats') {
      const todo = <AppLink to={checkPath('gd-findings')}>{t('alert.threats-open')}</AppLink>;
      return {
        ...same,
        header: t('alert.threats', { n: alert.findings, regions: places(alert.regions) }),
        text: (
          <>
            {began} {todo}
          </>
        ),
        brief: todo,
      };
    }
    if (alert.kind === 'critical-unknown') {
      const checks = (
        <Joined
          items={alert.checks.map((id) => (
            <AppLink key={id} to={checkPath(id)}>
              {sentences.title(id)}
            </AppLink>
          ))}
        />
      );
      return {
        ...same,
        header: t('alert.critical', { n: alert.checks.length }),
        text: <Text id="alert.critical-text" values={{ since, checks }} />,
        brief: <Text id="alert.critical-brief" values={{ checks }} />,
      };
    }
    if (alert.kind === 'regions-dark')
      return {
        ...same,
        header: t('alert.regions', { n: alert.regions.length, regions: places(alert.regions) }),
        text: (
          <>
            {began} {open}
          </>
        ),
        brief: null,
      };
    const values = {
      ...alert.checks,
      ...{ missing: alert.missing.after, missingBefore: alert.missing.before },
    };
    return {
      ...same,
      header: t('alert.coverage'),
      text: (
        <>
          <Text id="alert.coverage-text" values={{ ...values, since }} /> {open}
        </>
      ),
      brief: t('alert.coverage-brief', values),
    };
  };
}
