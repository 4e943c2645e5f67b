import Container from '@cloudscape-design/components/container';
import { dashed, type CheckResult, type ScanReport } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { checkPath, stepPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { When } from '../../ui/when.tsx';

type Props = { report: ScanReport; check: CheckResult; sentences: Sentences };

/** What the check does to score and steps, and who read it when. */
export function EffectRail({ report, check, sentences }: Props) {
  const t = useText();
  const index = report.firstSteps.items.findIndex(({ checks }) => checks.includes(check.id));
  const step = report.firstSteps.items[index];
  const unknown = check.outcome === 'unknown' && check.standing === 'not-met';
  const effect = unknown ? 'unknown' : check.standing;
  return (
    <aside>
      <Container>
        <dl className="rail">
          <Entry name={t('check.effect')}>
            <b>{t(`check.effect.${effect}`)}</b>
            {report.score.because.includes(check.id) ? <div>{t('check.halves')}</div> : null}
          </Entry>
          <Entry name={t('check.step')}>
            {step ? (
              <AppLink to={stepPath(step.id)}>
                {t('check.step-link', { n: index + 1, name: t(`name.${step.id}`) })}
              </AppLink>
            ) : (
              t('check.no-step')
            )}
          </Entry>
          {check.dependsOn.length > 0 ? (
            <Entry name={t('check.needs')}>
              {check.dependsOn.map((id) => (
                <div key={id}>
                  <AppLink to={checkPath(id)}>{sentences.title(id)}</AppLink>
                </div>
              ))}
            </Entry>
          ) : null}
          <Entry name={t('check.scope')}>{t(`check.unit.${check.unit}`)}</Entry>
          <Entry name={t('check.account')}>
            <span className="code-name">{dashed(report.account)}</span>
            <div className="fine">
              <When at={report.finishedAt} />
            </div>
          </Entry>
          <Entry name={t('check.read-by')}>
            <bdi className="mono arn">{report.caller}</bdi>
          </Entry>
        </dl>
      </Container>
    </aside>
  );
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
