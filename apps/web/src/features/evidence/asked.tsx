import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CatalogueFramework, CheckResult, Reference } from '@ippo/contracts';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';

const foldedFrom = 8;
const shownAtOnce = 6;

/** Frameworks that ask for this, and how much of each requirement the check proves. */
export function Asked({ check, sentences }: { check: CheckResult; sentences: Sentences }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const groups = byFramework(sentences.check(check.id)?.references ?? [], sentences.frameworks);
  const total = groups.flatMap(({ references }) => references).length;
  if (total === 0) return null;
  const shown = all || total <= foldedFrom ? groups : firstOf(groups, shownAtOnce);
  const rest = total - shown.flatMap(({ references }) => references).length;
  return (
    <Container
      header={
        <Header variant="h2" description={t('check.asks-about')}>
          {t('check.asks')}
        </Header>
      }
    >
      <table className="rows asked">
        <thead>
          <tr>
            <th scope="col">{t('check.framework')}</th>
            <th scope="col">{t('check.requirement')}</th>
            <th scope="col">{t('check.proves')}</th>
          </tr>
        </thead>
        {shown.map((group) => (
          <Framework key={group.framework.id} group={group} />
        ))}
      </table>
      {rest > 0 ? (
        <Button variant="inline-link" onClick={() => setAll(true)}>
          {t('check.asks-more', { n: rest })}
        </Button>
      ) : null}
    </Container>
  );
}

type Group = { framework: CatalogueFramework; references: Reference[] };

function Framework({ group: { framework, references } }: { group: Group }) {
  const t = useText();
  const language = useLanguage();
  return (
    <tbody>
      {references.map(({ id, relation, because }, index) => (
        <tr key={id}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={references.length}>
              {framework.name}
            </th>
          ) : null}
          <td>
            <span className={id.includes('_') ? 'mono' : 'code-name'}>{id}</span>
            <div className="fine">{framework.requirements[id]?.[language]}</div>
          </td>
          <td>
            {relation === 'proves'
              ? t('check.all-of-it')
              : t('check.part-of-it', { because: because[language] })}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** Requirements under their framework, in the catalogue's order; one it does not name stands by its id. */
function byFramework(
  references: readonly Reference[],
  named: readonly CatalogueFramework[],
): Group[] {
  const place = (id: string) => named.findIndex((one) => one.id === id);
  return [...new Set(references.map(({ framework }) => framework))]
    .toSorted((a, b) => place(a) - place(b))
    .map((id) => ({
      framework: named[place(id)] ?? { id, name: id, requirements: {} },
      references: references.filter(({ framework }) => framework === id),
    }));
}

/** Whole frameworks until so many requirements stand there; of one long list, its first ones. */
function firstOf(groups: Group[], limit: number): Group[] {
  let left = limit;
  return groups.flatMap(({ framework, references }) => {
    const taken = references.slice(0, left);
    left -= taken.length;
    return taken.length > 0 ? [{ framework, references: taken }] : [];
  });
}
