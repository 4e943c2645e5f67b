import { paths } from '../../app/paths.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { refusedHere } from '../../lib/finding-groups.ts';
import type { CommonCause, UnseenColumn } from '../../lib/region-rows.ts';
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

/** Columns that are unknown everywhere: why, once, and never as if nothing were wrong. */
export function UnseenColumns(props: { columns: readonly UnseenColumn[]; sentences: Sentences }) {
  const { columns, sentences } = props;
  const t = useText();
  if (columns.length === 0) return null;
  return (
    <ul className="common-causes">
      {columns.map(({ check, n, of, most, first }) => (
        <li key={check.id}>
          <Text
            id={idOf({ n, of, most })}
            values={{
              check: <b>{sentences.short(check.id)}</b>,
              ...{ n, of, most, reason: whyOf(check, first) },
            }}
          />{' '}
          <AppLink to={`${paths.findings}?outcome=unknown&check=${check.id}`}>
            {t('regions.open-all')}
          </AppLink>
        </li>
      ))}
    </ul>
  );

  function whyOf(check: UnseenColumn['check'], first: UnseenColumn['first']): string {
    const refused = refusedHere({ key: '', outcome: 'unknown', findings: [first] });
    if (!refused) return reasonSentence(check.id, first.reason, sentences);
    return t('first-steps.not-read', {
      ...{ action: refused.action, why: sentences.readingReason(refused.why) },
    });
  }
}

function idOf({ n, of, most }: Pick<UnseenColumn, 'n' | 'of' | 'most'>) {
  if (most < of) return 'regions.unseen-most';
  return of < n ? 'regions.unseen-read' : 'regions.unseen-one-cause';
}
