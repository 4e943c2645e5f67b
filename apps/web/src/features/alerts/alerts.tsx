import Alert from '@cloudscape-design/components/alert';
import type { Alert as Told } from '@ippo/contracts';
import type { Sentences } from '../../lib/sentence.ts';
import { useAlertWords } from './alert-words.tsx';
import './alerts.css';

/** What cannot wait for the weekly review; each stays for as long as it is true. */
export function Alerts({ alerts, sentences }: { alerts: readonly Told[]; sentences: Sentences }) {
  const words = useAlertWords(sentences);
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
