import Button from '@cloudscape-design/components/button';
import { stepIds, type Week } from '@ippo/contracts';
import { checkPath, stepPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { useGo } from '../../lib/use-go.ts';
import { EffortCostGain } from '../../ui/effort-cost-gain.tsx';

type Props = { week: Week; sentences: Sentences };

/** The one next step, as of the week's last scan: the only card of the page. */
export function NextStep({ week, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const go = useGo();
  const { next } = week;
  const entry = next && sentences.check(next.check);
  if (!next || !entry)
    return (
      <section className="week-next" aria-label={t('week.next')}>
        <p className="next-kicker">{t('week.next')}</p>
        <h2 className="next-title">{t(week.nextKnown ? 'next.nothing' : 'week.next-unkept')}</h2>
      </section>
    );
  const waits =
    next.unread > 0 && (next.score ?? next.steps) !== null
      ? t('next.gain-after-reading', { regions: t('fact.regions', { n: next.unread }) })
      : null;
  const gain = [
    next.score ? t('next.gain-score', next.score) : null,
    next.steps ? t('next.gain-steps', next.steps) : null,
  ].filter((part) => part !== null);
  const part = next.step
    ? t('next.gain-step-part', { n: stepIds.indexOf(next.step) + 1 })
    : t('next.gain-none');
  return (
    <section className="week-next" aria-label={t('week.next')}>
      <div className="week-next-head">
        <div>
          <p className="next-kicker">{t('week.next')}</p>
          <h2 className="next-title">{entry.todo[language]}</h2>
        </div>
        <Button
          variant="primary"
          onClick={() => go(next.step ? stepPath(next.step) : checkPath(next.check))}
        >
          {t('next.show')}
        </Button>
      </div>
      <EffortCostGain
        minutes={entry.remediation.minutes}
        cost={entry.remediation.cost.text[language]}
        gain={{ title: gain[0] ?? part, basis: waits ?? gain[1] ?? null }}
      />
      <p className="week-next-why">{entry.why[language]}</p>
    </section>
  );
}
