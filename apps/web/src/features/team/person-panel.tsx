import type { Person } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { ChangeAccess } from './change-access.tsx';
import { ConfirmAct } from './confirm-act.tsx';
import { KeysOf } from './keys-of.tsx';
import { ResetLink } from './reset-link.tsx';

/** What an owner can do with somebody. */
export type PersonAct = 'change' | 'reset' | 'sign-out' | 'remove-factor' | 'keys' | 'remove';

/** The place where an act is looked at, then done. */
export function PersonPanel(props: {
  act: PersonAct;
  person: Person;
  onDone: (text: string) => void;
  onStop: () => void;
}) {
  const t = useText();
  const { act, person, onDone, onStop } = props;
  const { id, name } = person;
  if (act === 'change') return <ChangeAccess {...{ person, onDone, onStop }} />;
  if (act === 'reset') return <ResetLink {...{ person, onStop }} />;
  if (act === 'keys') return <KeysOf {...{ person, onStop }} />;
  const runs = {
    'sign-out': async () => {
      const { ended } = await api.team.signOut({ id });
      return t('team.signed-out', { n: ended });
    },
    'remove-factor': async () => {
      await api.team.removeSecondFactor({ id });
      return t('team.factor-removed', { name });
    },
    remove: async () => {
      await api.team.remove({ id });
      return t('team.removed', { name });
    },
  };
  return (
    <ConfirmAct
      act={t(`team.${act}`)}
      why={t(`team.${act}-why`, { name })}
      run={runs[act]}
      {...{ onDone, onStop }}
    />
  );
}
