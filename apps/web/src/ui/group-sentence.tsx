import { useText } from '../i18n/text.tsx';
import { groupReason, refusedHere, type FindingGroup } from '../lib/finding-groups.ts';
import type { Sentences } from '../lib/sentence.ts';

type Props = { check: string; group: FindingGroup; sentences: Sentences };

/** Why a group of findings is what it is; its places stand beside it. */
export function GroupSentence({ check, group, sentences }: Props) {
  const t = useText();
  const refused = refusedHere(group);
  if (refused === null) return <>{sentences.reason(check, groupReason(group))}</>;
  return (
    <>
      {t('first-steps.not-read', {
        action: refused.action,
        why: sentences.readingReason(refused.why),
      })}
    </>
  );
}
