import type { ReportChoices } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { When } from '../../ui/when.tsx';

type Subject = NonNullable<ReportChoices['subject']>;

/** What a reader will find in the file, with its figures. */
export function Inside(props: { subject: Subject; pack: boolean; masked: boolean }) {
  const t = useText();
  const { scan, scansInScope, previousPack } = props.subject;
  const { answered, total } = scan.readings;
  const results = Object.values(scan.findings).reduce((sum, count) => sum + count, 0);
  const readings = t('reports.inside.readings-n', { answered, refused: total - answered });
  const rows: [string, ReactNode][] = [
    [t('reports.inside.findings'), t('reports.inside.findings-n', { n: results })],
    [t('reports.inside.completeness'), t('reports.inside.completeness-n', { n: scan.checks })],
    [t('reports.inside.readings'), readings],
    [t('reports.inside.scans'), scansInScope],
    [t('reports.inside.people'), null],
  ];
  if (props.pack)
    rows.push(
      [t('reports.inside.evidence'), props.masked ? t('reports.inside.evidence-out') : readings],
      [t('reports.inside.signature'), 'Ed25519'],
      [t('reports.inside.verify'), t('reports.inside.verify-about')],
      [
        t('reports.inside.previous'),
        previousPack ? <When at={previousPack.at} /> : t('reports.inside.previous-none'),
      ],
    );
  return (
    <section aria-labelledby="inside">
      <h2 id="inside">{t('reports.inside')}</h2>
      <dl className="inside">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
