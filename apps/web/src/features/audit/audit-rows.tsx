import { auditActions, type AuditRow } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { scanPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { When } from '../../ui/when.tsx';
import { DetailWords } from './detail-words.tsx';

type Props = { rows: readonly AuditRow[]; people: ReadonlyMap<string, string> };

/** Rows of the log in words, the newest first. */
export function AuditRows({ rows, people }: Props) {
  const t = useText();
  return (
    <table className="rows audit-rows">
      <thead>
        <tr>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.details')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <When at={row.at} />
            </td>
            <td>
              {row.actor === null ? (
                <span className="audit-note">{t('audit.system')}</span>
              ) : (
                <bdi>{row.actorName ?? row.actor}</bdi>
              )}
            </td>
            <td>
              <ActionWord action={row.action} />
              <Subject row={row} people={people} />
            </td>
            <td>
              <DetailWords row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An action's name on screen; one of a later version by its code. */
function ActionWord({ action }: { action: string }): ReactNode {
  const language = useLanguage();
  const words = auditActions[action as keyof typeof auditActions];
  return words === undefined ? <code className="mono">{action}</code> : <b>{words[language]}</b>;
}

/** On whom or what: a person by name, a scan by its page, anything else as it was called. */
function Subject({
  row: { action, actor, subject },
  people,
}: { row: AuditRow } & Pick<Props, 'people'>) {
  const t = useText();
  if (subject === null || subject === actor) return null;
  const person = people.get(subject);
  return (
    <div className="audit-note">
      {t('audit.key.subject')}{' '}
      {action.startsWith('scan.') ? (
        <AppLink to={scanPath(subject)} fontSize="body-s">
          <span className="mono">{subject.slice(0, 8)}</span>
        </AppLink>
      ) : (
        <bdi className={person === undefined ? 'mono arn' : ''}>{person ?? subject}</bdi>
      )}
    </div>
  );
}
