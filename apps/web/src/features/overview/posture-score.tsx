import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { AcceptedRisks, ScanReport } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { checkPath, paths } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { writeRange } from '../../lib/write-names.ts';
import { useReport } from '../../lib/use-report.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Joined } from '../../ui/joined.tsx';
import { Scale } from '../../ui/scale.tsx';
import { MovedInWeek } from './moved-in-week.tsx';

type Props = { report: ScanReport; sentences: Sentences };

/** The proven score with its sum in words; below 80 % readable, no figure at all. */
export function PostureScore({ report, sentences }: Props) {
  const t = useText();
  const accepted = useReport().data?.accepted;
  const { value } = report.score;
  return (
    <Container fitHeight header={<Header variant="h2">{t('score.title')}</Header>}>
      {value === null ? <NoScore report={report} /> : null}
      {value === null ? null : <Scored report={report} sentences={sentences} value={value} />}
      {accepted ? <WithAccepted accepted={accepted} /> : null}
    </Container>
  );
}

function Scored({ report, sentences, value }: Props & { value: number }) {
  const t = useText();
  const language = useLanguage();
  const { score } = report;
  return (
    <>
      <p className="score-number">
        <b>{value}</b> <span>{t('score.of')}</span>
        {score.upTo > value ? <span>{t('score.up-to', { to: score.upTo })}</span> : null}
        <MovedInWeek figure="score" value={value} />
      </p>
      <Scale score={score} label={t('score.label', { value, to: score.upTo })} />
      {score.upTo > value ? (
        <p className="score-note unknown">
          {t('score.unknown-range', { range: writeRange(value, score.upTo, language) })}
        </p>
      ) : null}
      <p className="score-note">
        {score.factor === 1 ? (
          t(value === 100 ? 'score.hundred' : 'score.sum-whole')
        ) : (
          <Text
            id="score.sum-half"
            values={{
              value: <b>{value}</b>,
              before: score.before,
              n: score.because.length,
              checks: (
                <Joined
                  items={score.because.map((id) => (
                    <AppLink key={id} to={checkPath(id)}>
                      {sentences.title(id)}
                    </AppLink>
                  ))}
                />
              ),
            }}
          />
        )}
      </p>
    </>
  );
}

/** The second line: what it would be with accepted risks; the first one stays as it is. */
function WithAccepted({ accepted: { fails, score } }: { accepted: AcceptedRisks }) {
  const language = useLanguage();
  const link = (parts: ReactNode[]) => (
    <AppLink to={`${paths.findings}?exception=accepted`}>{parts}</AppLink>
  );
  return (
    <p className="score-note">
      {score.value === null ? (
        <Text
          id="score.accepted-range"
          values={{ n: fails, range: writeRange(score.from, score.upTo, language), link }}
        />
      ) : (
        <Text id="score.accepted" values={{ n: fails, to: score.value, link }} />
      )}
    </p>
  );
}

function NoScore({ report }: { report: ScanReport }) {
  const t = useText();
  const language = useLanguage();
  const { score, coverage } = report;
  const range = writeRange(score.from, score.upTo, language);
  const percent = Math.round((1 - score.readShare) * 100);
  const nothing = coverage.checks.judged === 0;
  return (
    <>
      <p className="score-none">{t(nothing ? 'score.none' : 'score.none-title')}</p>
      <p className="score-note unknown">{t('score.none-range', { percent, range })}</p>
      <Scale score={score} label={t('score.label-none', { from: score.from, to: score.upTo })} />
      <p className="score-note">
        {nothing
          ? t('score.none-nothing')
          : t('score.none-text', { from: score.from, to: score.upTo })}
      </p>
      <p className="score-note">
        <AppLink to={`${paths.overview}#unseen`}>{t('score.unseen')}</AppLink>
      </p>
    </>
  );
}
