import { catalogue } from '@ippo/checks';
import { passes, questionListSchema } from '@ippo/contracts';
import { questionsAsked, type AskedQuestion } from '../../scan/questions-asked.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { defineExport, type ExportColumn } from '../define-export.ts';

const states = {
  unanswered: { en: 'Not answered', ja: '未回答' },
  expired: { en: 'Answer expired', ja: '回答の期限切れ' },
  answered: { en: 'Answered', ja: '回答済み' },
} as const;
const answers = { yes: { en: 'Yes', ja: 'はい' }, no: { en: 'No', ja: 'いいえ' } } as const;

const columns: readonly ExportColumn<AskedQuestion>[] = [
  {
    id: 'state',
    heading: { en: 'State', ja: '状態' },
    cell: ({ state }, write) => write.word(state, states),
  },
  {
    id: 'account',
    heading: { en: 'Account', ja: 'アカウント' },
    cell: ({ account }, write) => write.account(account),
  },
  { id: 'check', heading: { en: 'Check id', ja: 'チェック ID' }, cell: ({ check }) => check },
  { id: 'question', heading: { en: 'Question id', ja: '質問 ID' }, cell: (one) => one.question },
  {
    id: 'asked',
    heading: { en: 'What is asked', ja: '質問' },
    cell: ({ check, question }, { language }) =>
      catalogue.checks.find(({ id }) => id === check)?.questions[question]?.[language] ?? null,
  },
  {
    id: 'answer',
    heading: { en: 'Newest answer', ja: '最新の回答' },
    cell: ({ answers: [newest] }, write) => (newest ? write.word(newest.answer, answers) : null),
  },
  {
    id: 'by',
    heading: { en: 'Answered by', ja: '回答者' },
    cell: ({ answers: [newest] }) => newest?.by ?? null,
  },
  {
    id: 'at',
    heading: { en: 'Answered (UTC)', ja: '回答日時（UTC）' },
    cell: ({ answers: [newest] }) => newest?.at ?? null,
  },
  {
    id: 'until',
    heading: { en: 'Valid until (UTC)', ja: '有効期限（UTC）' },
    cell: ({ answers: [newest] }) => newest?.until ?? null,
  },
  {
    id: 'note',
    heading: { en: 'Note', ja: 'メモ' },
    cell: ({ answers: [newest] }) => newest?.note ?? null,
  },
  {
    id: 'earlier',
    heading: { en: 'Earlier answers', ja: '以前の回答数' },
    cell: ({ answers: all }) => Math.max(0, all.length - 1),
  },
];

export default defineExport({
  id: 'answers',
  title: { en: 'Answers', ja: '回答' },
  permission: 'read',
  input: questionListSchema,
  async open({ services: { db, now }, scope }, asked) {
    const scans = await newestScans(db, scope, asked);
    const all = await questionsAsked(db, scans, now());
    return {
      source: scans[0]?.source ?? null,
      accounts: scans.map(({ account }) => account),
      columns,
      items: all.filter(({ state }) => passes(asked.state, state)),
    };
  },
});
