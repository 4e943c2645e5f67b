import { paths } from '../../app/paths.ts';
import { Text, useText } from '../../i18n/text.tsx';
import type { CommonCause } from '../../lib/region-rows.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';

type Props = { causes: readonly CommonCause[]; sentences: Sentences };

/** Columns that fail everywhere for one reason: one cause, said once. */
export function CommonCauses({ causes, sentences }: Props) {
  const t = useText();
  if (causes.length === 0) return null;
  return (
    <ul className="common-causes">
      {causes.map(({ check, reason, n, judged }) => (
        <li key={check.id}>
          <Text
            id={n === judged ? 'regions.one-cause' : 'regions.most-one-cause'}
            values={{
              check: <b>{sentences.short(check.id)}</b>,
              n,
              judged,
              reason: reasonSentence(check.id, reason, sentences),
            }}
          />{' '}
          <AppLink to={`${paths.findings}?outcome=fail&check=${check.id}`}>
            {t('regions.open-all')}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
