import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { dashed, roleWords, type Person } from '@ippo/contracts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { When } from '../../ui/when.tsx';
import { PersonPanel, type PersonAct } from './person-panel.tsx';

type Props = {
  person: Person;
  act: PersonAct | null;
  onAct: (act: PersonAct | null) => void;
  onDone: (text: string) => void;
};

/** Somebody with what they may see, how they sign in, and what can be done; the act opens below. */
export function PersonRow({ person, act, onAct, onDone }: Props) {
  const t = useText();
  const { name, email, lastSignInAt, you } = person;
  return (
    <>
      <tr>
        <td>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {you ? ` (${t('team.you')})` : ''}
          <div className="muted arn">{email}</div>
        </td>
        <td>
          <AccessText person={person} />
        </td>
        <td>
          <WaysText person={person} />
        </td>
        <td>{lastSignInAt === null ? t('people.never') : <When at={lastSignInAt} />}</td>
        <td className="acts">
          <Acts person={person} onAct={onAct} />
        </td>
      </tr>
      {act === null ? null : (
        <tr>
          <td colSpan={5}>
            <div className="panel">
              <PersonPanel
                key={act}
                act={act}
                person={person}
                onStop={() => onAct(null)}
                onDone={onDone}
              />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function AccessText({ person }: { person: Person }) {
  const t = useText();
  const language = useLanguage();
  const { role, accounts, until } = person;
  if (role === null)
    return (
      <>
        {t('team.no-role')}
        <div className="muted">{t('team.no-role-text')}</div>
      </>
    );
  const ended = until !== null && Date.parse(until) <= Date.now();
  return (
    <>
      {roleWords[role][language]}
      <div className="muted">{accounts?.map(dashed).join(', ') ?? t('people.every-account')}</div>
      {until === null ? null : (
        <div className="muted">
          <Text id={ended ? 'team.ended' : 'team.until'} values={{ when: <When at={until} /> }} />
        </div>
      )}
    </>
  );
}

function WaysText({ person }: { person: Person }) {
  const t = useText();
  const { signsInBy, secondFactor, passkeys, keys, sessions } = person;
  const ways = [
    ...signsInBy.map((way) => t(`team.by-${way}`)),
    ...(signsInBy.includes('password') ? [t(secondFactor ? 'team.app-on' : 'team.app-off')] : []),
    ...(passkeys > 0 ? [t('team.passkeys', { n: passkeys })] : []),
    ...(keys > 0 ? [t('team.keys', { n: keys })] : []),
  ];
  return (
    <>
      {ways.join(' · ')}
      <div className="muted">{t('team.sessions', { n: sessions })}</div>
    </>
  );
}

function Acts({ person, onAct }: { person: Person; onAct: (act: PersonAct) => void }) {
  const t = useText();
  const { name, signsInBy, secondFactor, passkeys } = person;
  const sso = !signsInBy.includes('password');
  return (
    <ButtonDropdown
      ariaLabel={t('team.actions-for', { name })}
      items={[
        { id: 'change', text: t('team.change') },
        {
          id: 'reset',
          text: t('team.reset'),
          disabled: sso,
          ...(sso && { disabledReason: t('team.reset-sso') }),
        },
        { id: 'sign-out', text: t('team.sign-out') },
        {
          id: 'remove-factor',
          text: t('team.remove-factor'),
          disabled: !secondFactor && passkeys === 0,
        },
        { id: 'keys', text: t('team.see-keys') },
        { id: 'remove', text: t('team.remove') },
      ]}
      onItemClick={({ detail }) => onAct(detail.id as PersonAct)}
    >
      {t('team.actions')}
    </ButtonDropdown>
  );
}
