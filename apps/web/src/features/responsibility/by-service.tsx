import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useText } from '../../i18n/text.tsx';

const kinds = ['infrastructure', 'managed', 'abstracted'] as const;

/** The line moves up with how much of a service AWS runs; what never moves stays on the customer's side. */
export function ByService() {
  const t = useText();
  return (
    <Container
      header={
        <Header variant="h2" description={t('service.about')}>
          {t('service.title')}
        </Header>
      }
    >
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('service.kind')}</th>
            <th scope="col">{t('service.theirs')}</th>
            <th scope="col">{t('service.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <td>
                <b>{t(`service.${kind}`)}</b>
                <div className="fine">{t(`service.${kind}.such`)}</div>
              </td>
              <td>
                <span className="part-of">{t('service.theirs')}: </span>
                {t(`service.${kind}.theirs`)}
              </td>
              <td>
                <span className="part-of">{t('service.yours')}: </span>
                {t(`service.${kind}.yours`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Container>
  );
}
