import { roleWords, type Role } from '@ippo/contracts';
import { z } from 'zod';
import { listOpenInvites } from '../../store/people-invites.ts';
import { listPeople } from '../../store/people-list.ts';
import { defineExport, type ExportColumn } from '../define-export.ts';

/** A person, or an invitation that nobody took up yet. */
type Member = {
  kind: 'person' | 'invitation';
  name: string | null;
  email: string;
  role: Role | null;
  accounts: readonly string[] | null;
  until: Date | null;
  lastSignInAt: Date | null;
  secondFactor: boolean | null;
  passkeys: number | null;
  keys: number | null;
  sessions: number | null;
  invitedBy: string | null;
  linkEnds: Date | null;
};

const kinds = {
  person: { en: 'Person', ja: 'メンバー' },
  invitation: { en: 'Open invitation', ja: '招待中' },
} as const;

const columns: readonly ExportColumn<Member>[] = [
  {
    id: 'kind',
    heading: { en: 'Kind', ja: '種別' },
    cell: ({ kind }, write) => write.word(kind, kinds),
  },
  { id: 'name', heading: { en: 'Name', ja: '名前' }, cell: ({ name }) => name },
  { id: 'email', heading: { en: 'E-mail', ja: 'メールアドレス' }, cell: ({ email }) => email },
  {
    id: 'role',
    heading: { en: 'Role', ja: 'ロール' },
    cell: ({ role }, write) => role && write.word(role, roleWords),
  },
  {
    id: 'accounts',
    heading: { en: 'Accounts (empty: all)', ja: 'アカウント（空欄：すべて）' },
    cell: ({ accounts }) => accounts ?? null,
  },
  {
    id: 'until',
    heading: { en: 'Access ends (UTC)', ja: 'アクセス終了（UTC）' },
    cell: ({ until }) => until?.toISOString() ?? null,
  },
  {
    id: 'lastSignInAt',
    heading: { en: 'Last sign-in (UTC)', ja: '最終サインイン（UTC）' },
    cell: ({ lastSignInAt }) => lastSignInAt?.toISOString() ?? null,
  },
  {
    id: 'secondFactor',
    heading: { en: 'Authenticator app', ja: '認証アプリ' },
    cell: ({ secondFactor }, write) => (secondFactor === null ? null : write.yesNo(secondFactor)),
  },
  { id: 'passkeys', heading: { en: 'Passkeys', ja: 'パスキー' }, cell: (one) => one.passkeys },
  { id: 'keys', heading: { en: 'API keys', ja: 'API キー' }, cell: ({ keys }) => keys },
  {
    id: 'sessions',
    heading: { en: 'Signed-in browsers', ja: 'サインイン中のブラウザー' },
    cell: ({ sessions }) => sessions,
  },
  {
    id: 'invitedBy',
    heading: { en: 'Invited by', ja: '招待した人' },
    cell: ({ invitedBy }) => invitedBy,
  },
  {
    id: 'linkEnds',
    heading: { en: 'Invitation ends (UTC)', ja: '招待の期限（UTC）' },
    cell: ({ linkEnds }) => linkEnds?.toISOString() ?? null,
  },
];

export default defineExport({
  id: 'team',
  title: { en: 'Team', ja: 'メンバー' },
  permission: 'team',
  input: z.object({}),
  async open({ services: { db, now } }) {
    const at = now();
    const people = await listPeople(db, at);
    const invites = await listOpenInvites(db, at);
    const nobody = {
      ...{ name: null, lastSignInAt: null, secondFactor: null },
      ...{ passkeys: null, keys: null, sessions: null },
    };
    return {
      ...{ source: null, accounts: [], columns },
      items: [
        ...people.map((person): Member => ({
          ...person,
          ...{ kind: 'person', role: roleOf(person.role), until: person.accessUntil },
          ...{ secondFactor: person.twoFactorEnabled, invitedBy: null, linkEnds: null },
        })),
        ...invites.map(({ email, role, accounts, accessUntil, invitedBy, expiresAt }): Member => ({
          ...{ ...nobody, kind: 'invitation', email, role, accounts, until: accessUntil },
          ...{ invitedBy, linkEnds: expiresAt },
        })),
      ],
    };
  },
});

function roleOf(role: string | null): Role | null {
  return role !== null && role in roleWords ? (role as Role) : null;
}
