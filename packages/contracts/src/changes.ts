import { z } from 'zod';
import { outcomes } from './outcome.ts';
import type { Localised } from './text.ts';

/** Where a finding can be in one scan: its outcome, or not there at all. */
export const presences = [...outcomes, 'gone'] as const;
export type Presence = (typeof presences)[number];

/**
 * What became of a finding from one complete scan to the next. The last two come with another version of
 * Ippo, not from the account.
 */
export const changes = [
  'new',
  'reopened',
  'resolved',
  'persisting',
  'became-unknown',
  'became-known',
  'changed',
  'appeared',
  'gone',
  'check-added',
  'check-removed',
] as const;
export const changeSchema = z.enum(changes);
export type Change = z.infer<typeof changeSchema>;

/** The words of a change. */
export const changeWords: Readonly<Record<Change, Localised>> = {
  new: { en: 'New', ja: '新規' },
  reopened: { en: 'Failing again', ja: '再発' },
  resolved: { en: 'Resolved', ja: '解消' },
  persisting: { en: 'As before', ja: '変化なし' },
  'became-unknown': { en: 'No longer readable', ja: '不明に変化' },
  'became-known': { en: 'Readable again', ja: '確認可能に変化' },
  changed: { en: 'Changed', ja: '変化' },
  appeared: { en: 'First seen', ja: '初めて確認' },
  gone: { en: 'Gone, not fixed', ja: '対象が消失（修正ではない）' },
  'check-added': { en: 'New check in Ippo', ja: 'Ippo に追加されたチェック' },
  'check-removed': { en: 'Check left Ippo', ja: 'Ippo から除かれたチェック' },
};
