import type { ScanReport } from '@ippo/contracts';
import { useId, useState } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { groupFindings, refusedHere, type FindingGroup } from '../../lib/finding-groups.ts';
import { asksPerson, type StepView } from '../../lib/report-steps.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { stepTexts } from '../../lib/step-texts.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { GroupSentence } from '../../ui/group-sentence.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { Places } from '../../ui/places.tsx';
import { Questions } from '../../ui/questions.tsx';
import { RemedyBox } from '../../ui/remedy-box.tsx';
import { SourceLine } from '../../ui/source-line.tsx';
import { shapeOfState } from '../../ui/stairs.tsx';
import { CheckRows } from './check-rows.tsx';
import { WouldCount } from './would-count.tsx';

type Props = { step: StepView; report: ScanReport; sentences: Sentences };

/** One of the seven: the fact as heading, its evidence in plain words, and what to do. */
export function Practice({ step, report, sentences }: Props) {
  const t = useText();
  const { heading } = stepTexts(step, t, useLanguage());
  const shape = shapeOfState[step.state];
  const check = step.deciding;
  const open = step.state === 'not-done' || step.state === 'unknown';
  const folds = useNarrow() && !open;
  const [unfolded, setUnfolded] = useState(() => location.hash === `#${step.id}`);
  const body = useId();
  return (
    <li id={step.id} className={`practice practice-${step.state}`} tabIndex={-1}>
      <OutcomeIcon shape={shape} size={20} />
      <div className="practice-body">
        <h3>
          {folds ? (
            <button
              type="button"
              className="practice-fold"
              aria-expanded={unfolded}
              aria-controls={body}
              onClick={() => setUnfolded(!unfolded)}
            >
              {heading}
            </button>
          ) : (
            heading
          )}
        </h3>
        <div id={body} hidden={folds && !unfolded}>
          <Facts step={step} sentences={sentences} />
          <DoneThoughUnknown step={step} sentences={sentences} />
          {check ? <SourceLine report={report} check={check} /> : null}
          {step.state === 'not-done' && check ? (
            <RemedyBox report={report} check={check} sentences={sentences} />
          ) : null}
          {step.state === 'unknown' ? <WouldCount step={step} report={report} /> : null}
          <Questions checks={step.checks} sentences={sentences} />
        </div>
        {open && step.checks.length > 1 ? (
          <div className="practice-checks">
            <h4>{t('first-steps.checks')}</h4>
            <CheckRows checks={step.checks} sentences={sentences} />
          </div>
        ) : null}
      </div>
      <b className={`practice-state outcome-${shape}`}>{t(`state.${step.state}`)}</b>
    </li>
  );
}

/** A step that people's answers finished, beside a check that they cannot: a word on why both are true. */
function DoneThoughUnknown({ step, sentences }: { step: StepView; sentences: Sentences }) {
  const t = useText();
  const unknown = step.checks.find(({ outcome }) => outcome === 'unknown');
  if (step.state !== 'done' || !unknown) return null;
  return <p>{t('answers.done-though-unknown', { check: sentences.title(unknown.id) })}</p>;
}

/** What decides, as sentences: what is good where it is met, else each cause with its places. */
function Facts({ step, sentences }: { step: StepView; sentences: Sentences }) {
  const language = useLanguage();
  const t = useText();
  const check = step.deciding;
  if (!check) return null;
  if (step.state === 'done' && asksPerson(check)) return <p>{t('answers.said-yes')}</p>;
  if (step.state === 'not-done' && asksPerson(check)) return <p>{t('answers.said-no')}</p>;
  if (step.state === 'done' || step.state === 'not-needed') {
    // A Region that is not enabled comes with the rest, and is not why the step is done.
    const first = check.findings.find(({ outcome }) => outcome === check.outcome);
    const own =
      first && first.reason.code !== 'met' ? sentences.reason(check.id, first.reason) : '';
    return <p>{own || sentences.check(check.id)?.good[language]}</p>;
  }
  const causes = groupFindings(check.findings).filter(({ outcome }) =>
    ['fail', 'unknown', 'manual'].includes(outcome),
  );
  return (
    <>
      {causes.map((cause) => (
        <p key={cause.key}>
          {namesPlaces(cause) ? null : (
            <span className="cause-places">
              <Places findings={cause.findings} limit={4} open />
            </span>
          )}
          <GroupSentence check={check.id} group={cause} sentences={sentences} />
        </p>
      ))}
    </>
  );
}

/** Whether the sentence itself, or nothing, says where: the account needs no place. */
function namesPlaces(group: FindingGroup): boolean {
  if (refusedHere(group) !== null) return false;
  return group.findings.every(
    ({ region, reason }) => region === undefined || 'region' in reason.params,
  );
}
