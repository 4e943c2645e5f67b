import Button from '@cloudscape-design/components/button';
import type { ApiKey } from '@ippo/contracts';
import { Text, useText } from '../i18n/text.tsx';
import { When } from './when.tsx';
import './things.css';

/** API keys as a list, each with a way to revoke it. */
export function KeyRows(props: {
  keys: readonly ApiKey[];
  busy: string | null;
  onRevoke: (id: string) => void;
}) {
  const t = useText();
  return (
    <ul className="thing-list">
      {props.keys.map(({ id, name, scope, ending, createdAt, expiresAt, lastUsedAt }) => (
        <li key={id}>
          <div>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <div className="things">
              <span>
                {t('profile.key-row', { scope: t(`profile.key-${scope}`), ending: `…${ending}` })}
              </span>
              <span>
                <Text id="people.made" values={{ when: <When at={createdAt} /> }} />
              </span>
              <span>
                {lastUsedAt === null ? (
                  t('people.not-used')
                ) : (
                  <Text id="people.last-used" values={{ when: <When at={lastUsedAt} /> }} />
                )}
              </span>
              <span>
                <Text
                  id={
                    Date.parse(expiresAt) > Date.now()
                      ? 'people.works-until'
                      : 'people.worked-until'
                  }
                  values={{ when: <When at={expiresAt} /> }}
                />
              </span>
            </div>
          </div>
          <Button
            ariaLabel={t('people.revoke-named', { name })}
            loading={props.busy === id}
            onClick={() => props.onRevoke(id)}
          >
            {t('people.revoke')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
