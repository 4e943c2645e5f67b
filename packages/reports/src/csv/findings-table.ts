import type { Assessment } from '@ippo/contracts';
import type { ReportContext } from '../define-report-format.ts';
import { basisDateOf } from '../document/as-of.ts';
import { evidenceOf } from '../document/evidence-of.ts';
import { writingOf } from '../document/writing.ts';
import { reportNotices } from '../notices.ts';
import {
  closingFields,
  findingFields,
  findingsOf,
  type CheckedFinding,
} from '../sheets/findings.ts';
import { field, type SheetField } from '../sheets/sheet.ts';
import type { Row, Table } from '../table.ts';
import { visible } from '../visible-text.ts';

/**
 * Every finding as a row that stands alone: the calls that it rests on, the scan, and what the auditor wrote on
 * the cover are in each.
 */
export function findingsTable(assessment: Assessment, context: ReportContext): Table {
  const writing = writingOf(assessment, context);
  const { say, instants } = writing;
  const { cover, scan, made } = assessment;
  const notices = reportNotices(assessment, context.language);
  const judged = say({ en: 'Judged as of', ja: '評価時点' });
  const everywhere: [id: string, heading: string, value: string][] = [
    ['scan', say({ en: 'Scan', ja: 'スキャン' }), `#${scan.number}`],
    ['judgedAt', `${judged} (UTC)`, `${instants.utc(assessment.judgedAt).replace(' ', 'T')}Z`],
    ['judgedAtLocal', `${judged} (${instants.zoneName})`, instants.local(assessment.judgedAt)],
    ['period', say({ en: 'Period under audit', ja: '対象期間' }), cover.period],
    ['basisDate', say({ en: 'Assessed as of', ja: '評価基準日' }), basisDateOf(writing)],
    ['preparedBy', say({ en: 'Prepared by', ja: '作成者' }), cover.preparedBy],
    ['approvedBy', say({ en: 'Approved by', ja: '承認者' }), cover.approvedBy],
    ['controlId', say({ en: 'Control number', ja: '統制番号' }), cover.controlId],
  ];
  const fields: SheetField<CheckedFinding>[] = [
    ...findingFields(writing),
    field('calls', say({ en: 'Calls to AWS', ja: 'AWS への呼び出し' }), 0, ({ finding }) =>
      evidenceOf(finding, assessment)
        .map(({ operation, region, at }) => `${operation} (${region}) ${instants.utc(at)} UTC`)
        .join('; '),
    ),
    field('requestIds', say({ en: 'Request ids of AWS', ja: 'AWS のリクエスト ID' }), 0, (one) =>
      evidenceOf(one.finding, assessment)
        .map(({ requestId }) => requestId ?? '–')
        .join('; '),
    ),
    ...closingFields(writing),
    ...everywhere.map(([id, heading, value]) =>
      field<CheckedFinding>(id, heading, 0, () => value || null),
    ),
  ];
  return {
    head: {
      ...{ id: 'findings', title: say({ en: 'Findings', ja: '検出事項' }) },
      ...{ language: context.language, source: assessment.source, filter: {} },
      notice: notices.length === 0 ? null : visible(notices.join(' ')),
      accounts: [assessment.account],
      ...{ madeAt: made.at, madeBy: made.by, version: made.version },
    },
    columns: fields.map(({ id, heading }) => ({ id, heading })),
    rows: rowsOf(findingsOf(assessment), fields),
  };
}

async function* rowsOf(
  findings: readonly CheckedFinding[],
  fields: readonly SheetField<CheckedFinding>[],
): AsyncGenerator<Row> {
  for (const finding of findings)
    yield Object.fromEntries(
      fields.map(({ id, cell }) => {
        const value = cell(finding);
        return [id, typeof value === 'string' ? visible(value) : value];
      }),
    );
}
