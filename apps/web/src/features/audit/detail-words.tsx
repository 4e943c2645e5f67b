import { dashed, problems, problemSentence, roleWords, type AuditRow } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { scanPath } from '../../app/paths.ts';
import { useLanguage, useText, type Write } from '../../i18n/text.tsx';
import type { MessageId } from '../../i18n/message-ids.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { When } from '../../ui/when.tsx';

type Part = { name: string; before?: string; value: string };

/** What an earlier value stands beside; in other rows `before` is a part like any other. */
const changed: Readonly<Record<string, string>> = {
  'access.changed': 'role',
  'connection.renamed': 'name',
};
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** The details of a row, old → new where it tells both. */
export function partsOf({ action, detail }: Pick<AuditRow, 'action' | 'detail'>): Part[] {
  const { before, ...rest } = detail;
  const over = changed[action];
  return [
    ...Object.entries(rest).map(([name, value]): Part => {
      const [old, now] = value.split(' → ');
      if (old !== undefined && now !== undefined) return { name, before: old, value: now };
      return name === over && before !== undefined ? { name, before, value } : { name, value };
    }),
    ...(before !== undefined && (over === undefined || rest[over] === undefined)
      ? [{ name: 'before', value: before }]
      : []),
  ];
}

/** The details of a row in words. */
export function DetailWords({ row }: { row: AuditRow }) {
  const t = useText();
  const nameOf = useNames();
  const parts = partsOf(row);
  if (parts.length === 0) return null;
  return (
    <dl className="audit-detail">
      {parts.map(({ name, before, value }) => (
        <div key={name}>
          <dt>{nameOf(name)}</dt>
          <dd>
            {before === undefined ? null : (
              <>
                <Value name={name} value={before} /> <span aria-hidden="true">→</span>
                <span className="visually-hidden">{t('audit.then')}</span>{' '}
              </>
            )}
            <Value name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ name, value }: { name: string; value: string }): ReactNode {
  const language = useLanguage();
  const word = useWord();
  if (instant.test(value)) return <When at={value} />;
  if (name === 'role' && value in roleWords) return roleWords[value as 'owner'][language];
  if (name === 'problem' && value in problems)
    return problemSentence(value as 'internal', {}, language);
  if (name === 'account' || name === 'accounts') return <>{value.replaceAll(/\d{12}/g, dashed)}</>;
  if (name === 'scan')
    return (
      <AppLink to={scanPath(value)} fontSize="body-s">
        <span className="mono">{value.slice(0, 8)}</span>
      </AppLink>
    );
  if (name === 'sha256') return <code className="mono arn">{value}</code>;
  return <bdi className="arn">{word(`audit.value.${value}`) ?? value}</bdi>;
}

function useNames(): (name: string) => string {
  const word = useWord();
  return (name) => word(`audit.key.${name}`) ?? name;
}

/** A text by an id that may not exist: what a later version wrote is shown as it is. */
function useWord(): (id: string) => string | null {
  const intl = useIntl();
  const t: Write = useText();
  return (id) => (id in intl.messages ? t(id as MessageId) : null);
}
