import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CheckResult, ScanReport } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { RemedyBox } from '../../ui/remedy-box.tsx';

type Props = { report: ScanReport; check: CheckResult; sentences: Sentences };

/** What good looks like, and how to get there while it is not so. */
export function Fix({ report, check, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const entry = sentences.check(check.id);
  if (!entry) return null;
  const open = check.standing === 'not-met';
  return (
    <Container header={<Header variant="h2">{open ? t('check.fix') : t('check.good')}</Header>}>
      {open ? <h3 className="small-heading">{t('check.good')}</h3> : null}
      <p className="plain">{entry.good[language]}</p>
      {open || check.outcome === 'manual' ? (
        <RemedyBox report={report} check={check} sentences={sentences} />
      ) : null}
    </Container>
  );
}
