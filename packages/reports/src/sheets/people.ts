import { auditActions, exceptionStateWords, type Localised } from '@ippo/contracts';
import type { AssessedException, Attestation, AuditRow } from '@ippo/contracts';
import { detailLines, doerOf } from '../document/audit-details.ts';
import type { Writing } from '../document/writing.ts';
import { field, instantFields, sheetOf, type Sheet } from './sheet.ts';

const printedOfException = [
  ...['exception', 'state', 'check', 'regions', 'resource', 'fails', 'reason', 'owner', 'lastDay'],
  ...['zone', 'requestedBy', 'requestedAtLocal', 'approvedBy', 'approvedAtLocal', 'selfApproved'],
];

/** Accepted risks as they stood; they change no outcome and no score. */
export function exceptionsSheet(writing: Writing): Sheet {
  const { say, assessment, language, sentences } = writing;
  return sheetOf(
    {
      ...{ id: 'exceptions', title: say({ en: 'Accepted risks', ja: '受容したリスク' }) },
      printed: printedOfException,
    },
    assessment.exceptions,
    [
      field('exception', say({ en: 'Record', ja: '記録' }), 14, ({ id }) => id),
      field(
        'state',
        say({ en: 'State', ja: '状態' }),
        16,
        ({ state }) => exceptionStateWords[state][language],
      ),
      field('check', say({ en: 'Check id', ja: 'チェック ID' }), 16, ({ check }) => check),
      field('title', say({ en: 'Check', ja: 'チェック' }), 36, ({ check }) =>
        sentences.title(check),
      ),
      field('regions', say({ en: 'Regions', ja: 'リージョン' }), 20, ({ regions }) =>
        regions === null
          ? say({ en: 'every Region', ja: '全リージョン' })
          : regions.map((region) => sentences.region(region)).join('; '),
      ),
      field(
        'resource',
        say({ en: 'Resource', ja: 'リソース' }),
        32,
        ({ resource }) => resource ?? say({ en: 'every resource', ja: 'すべてのリソース' }),
      ),
      field(
        'fails',
        say({ en: 'Fails covered', ja: '対象の不合格' }),
        10,
        ({ fingerprints }) => fingerprints.length,
      ),
      field('reason', say({ en: 'Reason', ja: '理由' }), 40, ({ reason }) => reason),
      field(
        'owner',
        say({ en: 'Owner of the risk', ja: 'リスクの所有者' }),
        18,
        ({ owner }) => owner,
      ),
      field('lastDay', say({ en: 'Last day', ja: '最終日' }), 12, ({ lastDay }) => lastDay),
      field('zone', say({ en: 'Its time zone', ja: 'タイムゾーン' }), 14, ({ zone }) => zone),
      field(
        'requestedBy',
        say({ en: 'Requested by', ja: '申請者' }),
        18,
        ({ requested }) => requested.by,
      ),
      ...instantFields<AssessedException>(
        'requestedAt',
        say({ en: 'Requested', ja: '申請日時' }),
        ({ requested }) => requested.at,
        writing,
      ),
      field(
        'approvedBy',
        say({ en: 'Approved by', ja: '承認者' }),
        18,
        ({ approved }) => approved?.by ?? null,
      ),
      ...instantFields<AssessedException>(
        'approvedAt',
        say({ en: 'Approved', ja: '承認日時' }),
        ({ approved }) => approved?.at,
        writing,
      ),
      field(
        'selfApproved',
        say({ en: 'Approved by who asked', ja: '申請者本人の承認' }),
        13,
        ({ selfApproved }) =>
          selfApproved ? say({ en: 'Yes', ja: 'はい' }) : say({ en: 'No', ja: 'いいえ' }),
      ),
      field(
        'revokedBy',
        say({ en: 'Ended by', ja: '終了した人' }),
        18,
        ({ revoked }) => revoked?.by ?? null,
      ),
      ...instantFields<AssessedException>(
        'revokedAt',
        say({ en: 'Ended', ja: '終了日時' }),
        ({ revoked }) => revoked?.at,
        writing,
      ),
    ],
  );
}

/** What people answered to questions that only a person can tell. */
export function answersSheet(writing: Writing): Sheet {
  const { say, assessment, language, checkOf } = writing;
  return sheetOf(
    { id: 'answers', title: say({ en: 'Answers', ja: '担当者の回答' }) },
    assessment.attestations,
    [
      field('check', say({ en: 'Check id', ja: 'チェック ID' }), 20, ({ check }) => check),
      field(
        'question',
        say({ en: 'Question', ja: '質問' }),
        60,
        ({ check, question }) => checkOf(check)?.questions[question]?.[language] ?? question,
      ),
      field('answer', say({ en: 'Answer', ja: '回答' }), 10, ({ answer }) =>
        answer === 'yes' ? say({ en: 'Yes', ja: 'はい' }) : say({ en: 'No', ja: 'いいえ' }),
      ),
      field('by', say({ en: 'By', ja: '回答者' }), 18, ({ by }) => by),
      ...instantFields<Attestation>(
        'at',
        say({ en: 'Answered', ja: '回答日時' }),
        ({ at }) => at,
        writing,
      ),
      ...instantFields<Attestation>(
        'until',
        say({ en: 'Holds until', ja: '有効期限' }),
        ({ until }) => until,
        writing,
      ),
      field('note', say({ en: 'Note', ja: '備考' }), 56, ({ note }) => note ?? null),
    ],
  );
}

/** Who did what in Ippo about the account, with the links of the log's chain. */
export function auditTrailSheet(writing: Writing): Sheet {
  const { say, assessment, language } = writing;
  const actions: Readonly<Record<string, Localised>> = auditActions;
  return sheetOf(
    { id: 'audit-trail', title: say({ en: 'Audit trail', ja: '監査ログ' }) },
    assessment.auditTrail,
    [
      field(
        'position',
        say({ en: 'Place in the chain', ja: 'チェーン上の位置' }),
        12,
        ({ position }) => position,
      ),
      ...instantFields<AuditRow>('at', say({ en: 'When', ja: '日時' }), ({ at }) => at, writing),
      field(
        'who',
        say({ en: 'Who', ja: '実行者' }),
        20,
        (row) => doerOf(row) ?? say({ en: 'this install', ja: 'Ippo' }),
      ),
      field(
        'action',
        say({ en: 'What', ja: '操作' }),
        28,
        ({ action }) => actions[action]?.[language] ?? action,
      ),
      field('actionCode', say({ en: 'Code', ja: 'コード' }), 22, ({ action }) => action),
      field('subject', say({ en: 'About', ja: '対象' }), 30, ({ subject }) => subject),
      field('detail', say({ en: 'Details', ja: '詳細' }), 44, (row) =>
        detailLines(row, language).join('\n'),
      ),
      field(
        'hash',
        say({ en: 'Hash of the row (SHA-256)', ja: '行のハッシュ (SHA-256)' }),
        34,
        ({ hash }) => hash,
      ),
    ],
  );
}
