import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Link from '@cloudscape-design/components/link';
import Tabs from '@cloudscape-design/components/tabs';
import type { CheckResult, CliPart, ScanReport } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../i18n/text.tsx';
import { writeDay } from '../lib/dates.ts';
import { marksIn } from '../lib/fill-in.ts';
import { cliCases, fillRemedy, type FilledRemedy } from '../lib/remedy.ts';
import type { Sentences } from '../lib/sentence.ts';
import { writeUnits } from '../lib/write-names.ts';
import { CodeBlock } from './code-block.tsx';
import { Places } from './places.tsx';
import { useGain } from './use-gain.ts';
import './remedy-box.css';

type Props = { report: ScanReport; check: CheckResult; sentences: Sentences };

/** How to mend one check: effort, cost and gain, then four ways, then what may break. */
export function RemedyBox({ report, check, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const gain = useGain(report)(check);
  const entry = sentences.check(check.id);
  if (!entry) return null;
  const remedy = fillRemedy(entry.remediation, check, report.account);
  return (
    <div className="remedy">
      <dl className="remedy-facts">
        <Fact name={t('remedy.effort')}>{t('next.minutes', { n: remedy.minutes })}</Fact>
        <Fact name={t('remedy.cost')}>
          <span className="remedy-cost">{remedy.cost.text[language]}</span>{' '}
          <span className="remedy-basis">
            {t('next.cost-basis', {
              day: writeDay(`${remedy.cost.asOf}T00:00:00Z`, language, 'UTC'),
            })}{' '}
            ·{' '}
            <Link
              href={remedy.cost.link}
              external
              fontSize="body-s"
              externalIconAriaLabel={t('remedy.new-tab')}
            >
              {t('remedy.price')}
            </Link>
          </span>
        </Fact>
        <Fact name={t('remedy.gain')}>
          {gain.basis ? `${gain.title} · ${gain.basis}` : gain.title}
        </Fact>
      </dl>
      <Tabs
        ariaLabel={entry.todo[language]}
        tabs={[
          { id: 'console', label: t('remedy.console'), content: <ConsoleSteps remedy={remedy} /> },
          { id: 'cli', label: t('remedy.cli'), content: <Cli remedy={remedy} /> },
          {
            id: 'cloudformation',
            label: t('remedy.cloudformation'),
            content: <Template remedy={remedy} kind="cloudformation" />,
          },
          {
            id: 'terraform',
            label: t('remedy.terraform'),
            content: <Template remedy={remedy} kind="terraform" />,
          },
        ]}
      />
      {remedy.others > 0 && remedy.filledFor ? (
        <p className="fine">
          <Places findings={[remedy.filledFor]} /> {t('remedy.also', { n: remedy.others })}
        </p>
      ) : null}
      <p className="remedy-breaks">{t('remedy.breaks', { text: remedy.mayBreak[language] })}</p>
      <Button
        href={remedy.console.link}
        target="_blank"
        rel="noreferrer"
        iconName="external"
        iconAlign="right"
        ariaLabel={`${t('remedy.open-console')} (${t('remedy.new-tab')})`}
      >
        {t('remedy.open-console')}
      </Button>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ConsoleSteps({ remedy }: { remedy: FilledRemedy }) {
  const language = useLanguage();
  return (
    <ol className="remedy-steps">
      {remedy.console.steps[language].map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function Cli({ remedy }: { remedy: FilledRemedy }) {
  const t = useText();
  const language = useLanguage();
  if ('none' in remedy.cli) return <p>{remedy.cli.none[language]}</p>;
  const { mends, rest } = cliCases(remedy);
  return (
    <>
      {mends === null ? null : <CliLines lines={mends} />}
      {mends !== null && rest.length > 0 ? (
        <ExpandableSection headerText={t('remedy.other-cases', { n: rest.length })}>
          <CliParts parts={rest} />
        </ExpandableSection>
      ) : (
        <CliParts parts={rest} />
      )}
      <p className="fine">
        {remedy.cli.actions.length > 0
          ? `${t('remedy.needs', { actions: remedy.cli.actions.join(', ') })} `
          : ''}
        {t('remedy.never-runs')}
      </p>
    </>
  );
}

function CliLines({ lines }: { lines: string }) {
  const t = useText();
  const language = useLanguage();
  const names = marksIn(lines).map((name) => `<${name}>`);
  return (
    <>
      <CodeBlock text={lines} label={t('remedy.cli')} fillIn />
      {names.length > 0 ? (
        <p className="fill-in">{t('remedy.fill-in', { names: writeUnits(names, language) })}</p>
      ) : null}
    </>
  );
}

/** Lines for other cases, each under what it is for. */
function CliParts({ parts }: { parts: readonly CliPart[] }) {
  return parts.map(({ heading, lines }) => (
    <div key={lines} className="cli-part">
      {heading === null ? null : <p lang="en">{heading}:</p>}
      <CodeBlock text={lines} label={heading ?? lines} fillIn />
    </div>
  ));
}

function Template({
  remedy,
  kind,
}: {
  remedy: FilledRemedy;
  kind: 'cloudformation' | 'terraform';
}) {
  const t = useText();
  const language = useLanguage();
  const way = remedy[kind];
  if ('none' in way) return <p>{way.none[language]}</p>;
  return (
    <CodeBlock text={'template' in way ? way.template : way.code} label={t(`remedy.${kind}`)} />
  );
}
