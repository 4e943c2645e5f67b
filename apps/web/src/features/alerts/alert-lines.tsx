import type { Alert } from '@ippo/contracts';
import { Fragment } from 'react';
import { paths } from '../../app/paths.ts';
import { Text, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { When } from '../../ui/when.tsx';
import { useAlertWords } from './alert-words.tsx';
import './alerts.css';

/** Alerts where room is short, and on paper: an incident is a line, all that is no longer seen another. */
export function AlertLines({
  alerts,
  sentences,
}: {
  alerts: readonly Alert[];
  sentences: Sentences;
}) {
  const t = useText();
  const words = useAlertWords(sentences);
  const threats = alerts.filter(({ kind }) => kind === 'threats').map(words);
  const unseen = alerts.filter(({ kind }) => kind !== 'threats').map(words);
  return (
    <ul className="alert-lines">
      {threats.map(({ key, header, since, brief }) => (
        <li key={key}>
          <OutcomeIcon shape="fail" />
          <span>
            <b>{header}</b> ·{' '}
            <Text id="alert.since-brief" values={{ since: <When at={since} brief /> }} /> · {brief}
          </span>
        </li>
      ))}
      {unseen.length > 0 ? (
        <li>
          <OutcomeIcon shape="unknown" />
          <span>
            {unseen.map(({ key, header, since, brief }, index) => (
              <Fragment key={key}>
                <b>{header}</b>
                {brief}
                {' · '}
                {since === unseen[index + 1]?.since ? null : (
                  <>
                    <Text id="alert.since-brief" values={{ since: <When at={since} brief /> }} />
                    {' · '}
                  </>
                )}
              </Fragment>
            ))}
            <AppLink to={`${paths.overview}#unseen`}>{t('alert.open-unseen')}</AppLink>
          </span>
        </li>
      ) : null}
    </ul>
  );
}
