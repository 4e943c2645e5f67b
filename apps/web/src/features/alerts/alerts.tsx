import Alert from '@cloudscape-design/components/alert';
import { placeOf, type Alert as Told } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { checkPath, paths } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { writeList } from '../../lib/write-names.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Joined } from '../../ui/joined.tsx';
import { When } from '../../ui/when.tsx';
import './alerts.css';

/** What cannot wait for the weekly review; each stays for as long as it is true. */
export function Alerts({ alerts, sentences }: { alerts: readonly Told[]; sentences: Sentences }) {
  const words = useWords(sentences);
  const threats = alerts.filter(({ kind }) => kind === 'threats');
  // Lost sight is one matter, however many sentences it takes.
  const unseen = alerts.filter(({ kind }) => kind !== 'threats').map(words);
  const [only, ...more] = unseen;
  return (
    <div className="alerts">
      {threats.map(words).map(({ key, header, text }) => (
        <Alert key={key} type="error" header={header}>
          {text}
        </Alert>
      ))}
      {only && more.length === 0 ? (
        <Alert type="warning" header={only.header}>
          {only.text}
        </Alert>
      ) : null}
      {more.length > 0 ? (
        <Alert type="warning">
          <ul className="alerts-unseen">
            {unseen.map(({ key, header, text }) => (
              <li key={key}>
                <b>{header}</b> <span>{text}</span>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </div>
  );
}

/** One alert as a heading and a sentence. */
function useWords(sentences: Sentences): (alert: Told) => {
  key: string;
  header: string;
  text: ReactNode;
} {
  const t = useText();
  const language = useLanguage();
  const places = (regions: readonly string[]) =>
    writeList(
      regions.map((region) => placeOf(region, language)),
      language,
    );
  const open = <AppLink to={`${paths.overview}#unseen`}>{t('alert.open-unseen')}</AppLink>;
  return (alert) => {
    const key = alert.kind;
    const since = <When at={alert.since} />;
    const began = <Text id="alert.since" values={{ since }} />;
    if (alert.kind === 'threats')
      return {
        key,
        header: t('alert.threats', { n: alert.findings, regions: places(alert.regions) }),
        text: (
          <>
            {began} <AppLink to={checkPath('gd-findings')}>{t('alert.threats-open')}</AppLink>
          </>
        ),
      };
    if (alert.kind === 'critical-unknown')
      return {
        key,
        header: t('alert.critical', { n: alert.checks.length }),
        text: (
          <Text
            id="alert.critical-text"
            values={{
              since,
              checks: (
                <Joined
                  items={alert.checks.map((id) => (
                    <AppLink key={id} to={checkPath(id)}>
                      {sentences.title(id)}
                    </AppLink>
                  ))}
                />
              ),
            }}
          />
        ),
      };
    if (alert.kind === 'regions-dark')
      return {
        key,
        header: t('alert.regions', { n: alert.regions.length, regions: places(alert.regions) }),
        text: (
          <>
            {began} {open}
          </>
        ),
      };
    const values = {
      ...{ since, ...alert.checks },
      ...{ missing: alert.missing.after, missingBefore: alert.missing.before },
    };
    return {
      key,
      header: t('alert.coverage'),
      text: (
        <>
          <Text id="alert.coverage-text" values={values} /> {open}
        </>
      ),
    };
  };
}
