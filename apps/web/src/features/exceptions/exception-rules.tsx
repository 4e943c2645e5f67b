import Toggle from '@cloudscape-design/components/toggle';
import { may, type ExceptionRules as Rules } from '@ippo/contracts';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { useSession } from '../../lib/use-report.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useReread } from './use-exceptions.ts';

/** Whether somebody else has to look at what one person wants accepted. */
export function ExceptionRules({ rules }: { rules: Rules }) {
  const t = useText();
  const reread = useReread();
  const allowed = may(useSession().data?.role ?? null, 'settings');
  const set = useMutation(queries.exceptions.setRules.mutationOptions({ onSuccess: reread }));
  return (
    <PageSection
      id="rules"
      title={t('exceptions.rule-title')}
      about={t(rules.secondPerson ? 'exceptions.rule-on' : 'exceptions.rule-off')}
    >
      {set.error ? <ProblemText error={set.error} /> : null}
      {allowed ? (
        <Toggle
          checked={rules.secondPerson}
          disabled={set.isPending}
          onChange={({ detail }) => set.mutate({ secondPerson: detail.checked })}
        >
          {t('exceptions.rule')}
        </Toggle>
      ) : (
        <p className="plain muted">{t('exceptions.rule-owner')}</p>
      )}
    </PageSection>
  );
}
