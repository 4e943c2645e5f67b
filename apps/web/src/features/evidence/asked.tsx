import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CheckResult } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';

/** Frameworks that ask for this, and how much of their requirement the check proves. */
export function Asked({ check, sentences }: { check: CheckResult; sentences: Sentences }) {
  const t = useText();
  const language = useLanguage();
  const references = sentences.check(check.id)?.references ?? [];
  if (references.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={t('check.asks-about')}>
          {t('check.asks')}
        </Header>
      }
    >
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('check.framework')}</th>
            <th scope="col">{t('check.requirement')}</th>
            <th scope="col">{t('check.proves')}</th>
          </tr>
        </thead>
        <tbody>
          {references.map((reference) => (
            <tr key={`${reference.framework} ${reference.id}`}>
              <td>{nameOf(reference.framework)}</td>
              <td className="narrow">{reference.id}</td>
              <td>
                {reference.relation === 'proves'
                  ? t('check.all-of-it')
                  : t('check.part-of-it', { because: reference.because[language] })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Container>
  );
}

const names: Readonly<Record<string, string>> = {
  cis: 'CIS AWS Foundations Benchmark',
  ssb: 'AWS Startup Security Baseline',
  fsbp: 'AWS Foundational Security Best Practices',
  prowler: 'Prowler',
};

/** `cis-aws-6.0` as "CIS AWS Foundations Benchmark 6.0"; an id that we do not know stays as it is. */
function nameOf(framework: string): string {
  const [family = ''] = framework.split('-');
  const version = /\d[\d.]*$/.exec(framework)?.[0];
  const name = names[family];
  return name === undefined ? framework : `${name}${version ? ` ${version}` : ''}`;
}
