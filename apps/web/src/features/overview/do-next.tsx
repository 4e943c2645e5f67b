import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Popover from '@cloudscape-design/components/popover';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { candidates, type Candidate, type ScanReport } from '@ippo/contracts';
import { checkPath, stepPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { marksIn } from '../../lib/fill-in.ts';
import { cliCases, fillRemedy } from '../../lib/remedy.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { verdictSentence } from '../../lib/verdict-sentence.ts';
import { writeUnits } from '../../lib/write-names.ts';
import { useGo } from '../../lib/use-go.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { EffortCostGain } from '../../ui/effort-cost-gain.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useGain } from '../../ui/use-gain.ts';

type Props = { report: ScanReport; sentences: Sentences };

/** Exactly one action: the open check that brings the most. */
export function DoNext({ report, sentences }: Props) {
  const t = useText();
  const ranked = candidates(report);
  const [first] = ranked;
  if (!first)
    return (
      <Container fitHeight>
        <p className="next-kicker">{t('next.label')}</p>
        <h2 className="next-title">{t('next.nothing')}</h2>
        <p className="next-why">{t('next.nothing-text')}</p>
      </Container>
    );
  return <NextAction report={report} sentences={sentences} ranked={ranked} first={first} />;
}

function NextAction(props: Props & { ranked: Candidate[]; first: Candidate }) {
  const { report, sentences, ranked, first } = props;
  const t = useText();
  const language = useLanguage();
  const go = useGo();
  const gain = useGain(report);
  const check = first.check;
  const entry = sentences.check(check.id);
  if (!entry) return null;
  const step = report.firstSteps.items.find(({ checks }) => checks.includes(check.id));
  const remedy = fillRemedy(entry.remediation, check, report.account);
  const { mends } = cliCases(remedy);
  const open = marksIn(mends ?? '').map((name) => `<${name}>`);
  const brought = gain(check);
  return (
    <Container fitHeight>
      <p className="next-kicker">{t('next.label')}</p>
      <h2 className="next-title">{entry.todo[language]}</h2>
      <p className="next-fact">{verdictSentence(check, sentences)}</p>
      <p className="next-why">{entry.why[language]}</p>
      <EffortCostGain
        minutes={entry.remediation.minutes}
        cost={entry.remediation.cost.text[language]}
        gain={brought}
      />
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button
          variant="primary"
          onClick={() => go(step ? stepPath(step.id) : checkPath(check.id))}
        >
          {t('next.show')}
        </Button>
        {mends === null ? null : <CopyButton text={mends} label={t('next.copy-cli')} />}
        <Popover
          header={t('next.why')}
          triggerType="custom"
          size="large"
          dismissAriaLabel={t('common.close')}
          content={
            <>
              <Box variant="p">{t('next.why-text')}</Box>
              <ol className="ranking">
                {ranked.slice(0, 3).map(({ check: one }) => (
                  <li key={one.id}>
                    <AppLink to={checkPath(one.id)}>
                      {sentences.check(one.id)?.todo[language] ?? one.id}
                    </AppLink>{' '}
                    <Box variant="small">{gain(one).title}</Box>
                  </li>
                ))}
              </ol>
            </>
          }
        >
          <Button variant="link">{t('next.why')}</Button>
        </Popover>
      </SpaceBetween>
      {open.length > 0 ? (
        <p className="fill-in">{t('remedy.fill-in', { names: writeUnits(open, language) })}</p>
      ) : null}
    </Container>
  );
}
