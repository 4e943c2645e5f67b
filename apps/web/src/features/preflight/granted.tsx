import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useText } from '../../i18n/text.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { byService, type Permission } from './sort-permissions.ts';

/** What AWS answered, service by service; a service that lacks something says how much. */
export function Granted({ permissions }: { permissions: readonly Permission[] }) {
  const t = useText();
  const granted = permissions.filter(({ result }) => result === 'granted').length;
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${granted})`} description={t('preflight.granted-about')}>
          {t('preflight.granted')}
        </Header>
      }
    >
      <ul className="services">
        {byService(permissions).map((one) => (
          <li key={one.service} aria-label={t('preflight.service', one)}>
            <OutcomeIcon shape={shapeOf(permissions, one.service)} />
            <span lang="en">{one.service}</span>
            <span className="services-sum">
              {t('preflight.of', { granted: one.granted, total: one.total })}
            </span>
          </li>
        ))}
      </ul>
    </Container>
  );
}

/** A refusal is unknown; what was not tried has nothing to be asked about. */
function shapeOf(permissions: readonly Permission[], service: string) {
  const own = permissions.filter(({ action }) => action.startsWith(`${service}:`));
  if (own.some(({ result }) => result === 'refused')) return 'unknown';
  return own.every(({ result }) => result === 'granted') ? 'pass' : 'not-applicable';
}
