import Container from '@cloudscape-design/components/container';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';

const yours = ['data', 'access', 'applications', 'systems', 'encryption'] as const;
const theirs = ['software', 'places', 'hardware'] as const;

/** The course's picture: what lies above the line is yours, what lies below it is AWS's. */
export function Model() {
  const t = useText();
  return (
    <Container>
      <div className="model">
        <Part title={t('model.yours')} text={t('model.yours-text')} kind="yours">
          {yours.map((item) => (
            <li key={item}>{t(`model.yours.${item}`)}</li>
          ))}
        </Part>
        <Part title={t('model.theirs')} text={t('model.theirs-text')} kind="theirs">
          {theirs.map((item) => (
            <li key={item}>{t(`model.theirs.${item}`)}</li>
          ))}
        </Part>
      </div>
      <p className="model-shared">{t('model.shared')}</p>
    </Container>
  );
}

function Part(props: {
  title: string;
  text: string;
  kind: 'yours' | 'theirs';
  children: ReactNode;
}) {
  return (
    <section className={`model-part model-${props.kind}`}>
      <div>
        <h2>{props.title}</h2>
        <p>{props.text}</p>
      </div>
      <ul>{props.children}</ul>
    </section>
  );
}
