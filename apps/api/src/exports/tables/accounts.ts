import { z } from 'zod';
import { reachOf } from '../../scan/caller-reach.ts';
import { listConnections, type StoredConnection } from '../../store/connections.ts';
import { listLastScans, type LastScan } from '../../store/last-scans.ts';
import { defineExport, type ExportColumn } from '../define-export.ts';

type Item = { connection: StoredConnection; last: LastScan | null };

const kinds = {
  machine: { en: 'Credentials of this machine', ja: 'このマシンの認証情報' },
  demo: { en: 'Demo account', ja: 'デモアカウント' },
  role: { en: 'Role', ja: 'ロール' },
} as const;
const states = {
  new: { en: 'Not tested yet', ja: '未テスト' },
  active: { en: 'Active', ja: '有効' },
  paused: { en: 'Paused', ja: '一時停止中' },
} as const;

const columns: readonly ExportColumn<Item>[] = [
  {
    id: 'connection',
    heading: { en: 'Connection id', ja: '接続 ID' },
    cell: ({ connection }) => connection.id,
  },
  {
    id: 'name',
    heading: { en: 'Name', ja: '名前' },
    cell: ({ connection }) => connection.name || null,
  },
  {
    id: 'account',
    heading: { en: 'Account', ja: 'アカウント' },
    cell: ({ connection }, write) => write.account(connection.account),
  },
  {
    id: 'kind',
    heading: { en: 'How it is read', ja: '読み取り方法' },
    cell: ({ connection }, write) => write.word(connection.kind, kinds),
  },
  {
    id: 'state',
    heading: { en: 'State', ja: '状態' },
    cell: ({ connection }, write) => write.word(connection.status, states),
  },
  {
    id: 'role',
    heading: { en: 'Role', ja: 'ロール' },
    cell: ({ connection }) => connection.roleArn,
  },
  {
    id: 'externalId',
    heading: { en: 'External id', ja: '外部 ID' },
    cell: ({ connection }) => connection.externalId,
  },
  {
    id: 'caller',
    heading: { en: 'Who Ippo is there', ja: 'Ippo の呼び出し元' },
    cell: ({ connection }) => connection.callerArn,
  },
  {
    id: 'reach',
    heading: { en: 'What it may do beyond reading', ja: '読み取り以外に可能な操作' },
    cell: ({ connection: { kind, callerArn } }) => callerArn && reachOf(kind, callerArn),
  },
  {
    id: 'testedAt',
    heading: { en: 'Tested (UTC)', ja: 'テスト日時（UTC）' },
    cell: ({ connection }) => connection.testedAt?.toISOString() ?? null,
  },
  {
    id: 'problem',
    heading: { en: 'Problem of the last test', ja: '前回テストの問題' },
    cell: ({ connection }) => connection.problem,
  },
  {
    id: 'source',
    heading: { en: 'Source of the data', ja: 'データの出所' },
    cell: ({ last }, write) => write.source(last?.source ?? null),
  },
  {
    id: 'lastScan',
    heading: { en: 'Last scan', ja: '前回のスキャン' },
    cell: ({ last }) => last?.id ?? null,
  },
  {
    id: 'lastScanStatus',
    heading: { en: 'Its status', ja: 'その状態' },
    cell: ({ last }) => last?.status ?? null,
  },
  {
    id: 'lastScanAt',
    heading: { en: 'Its end (UTC)', ja: 'その終了（UTC）' },
    cell: ({ last }) => last?.finishedAt?.toISOString() ?? null,
  },
];

export default defineExport({
  id: 'accounts',
  title: { en: 'Accounts', ja: 'アカウント' },
  permission: 'read',
  input: z.object({}),
  async open({ services: { db }, scope }) {
    const connections = await listConnections(db, scope);
    const last = await listLastScans(
      db,
      connections.map(({ id }) => id),
    );
    return {
      ...{ source: null, accounts: [], columns },
      items: connections.map((connection) => ({
        connection,
        last: last.get(connection.id) ?? null,
      })),
    };
  },
});
