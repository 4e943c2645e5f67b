import Alert from '@cloudscape-design/components/alert';
import { placeOf, type Alert as Told } from '@ippo/contracts';
import { checkPath, paths } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { writeList } from '../../lib/write-names.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Joined } from '../../ui/joined.tsx';
import { When } from '../../ui/when.tsx';

/** What cannot wait for the weekly review; each stays for as long as it is true. */
export function Alerts({ alerts, sentences }: { alerts: readonly Told[]; sentences: Sentences }) {
  return alerts.map((alert) => <One key={alert.kind} alert={alert} sentences={sentences} />);
}

function One({ alert, sentences }: { alert: Told; sentences: Sentences }) {
  const t = useText();
  const language = useLanguage();
  const since = <When at={alert.since} />;
  const places = (regions: readonly string[]) =>
    writeList(
      regions.map((region) => placeOf(region, language)),
      language,
    );
  if (alert.kind === 'threats')
    return (
      <Alert
        type="error"
        header={t('alert.threats', { n: alert.findings, regions: places(alert.regions) })}
      >
        <Text id="alert.since" values={{ since }} />{' '}
        <AppLink to={checkPath('gd-findings')}>{t('alert.threats-open')}</AppLink>
      </Alert>
    );
  if (alert.kind === 'critical-unknown')
    return (
      <Alert type="warning" header={t('alert.critical', { n: alert.checks.length })}>
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
      </Alert>
    );
  const open = <AppLink to={`${paths.overview}#unseen`}>{t('alert.open-unseen')}</AppLink>;
  if (alert.kind === 'regions-dark')
    return (
      <Alert
        type="warning"
        header={t('alert.regions', { n: alert.regions.length, regions: places(alert.regions) })}
      >
        <Text id="alert.since" values={{ since }} /> {open}
      </Alert>
    );
  return (
    <Alert type="warning" header={t('alert.coverage')}>
      <Text
        id="alert.coverage-text"
        values={{
          ...{ since, ...alert.checks },
          ...{ missing: alert.missing.after, missingBefore: alert.missing.before },
        }}
      />{' '}
      {open}
    </Alert>
  );
}
