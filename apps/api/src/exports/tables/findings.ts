import { findingFilterSchema, findingSorts, passes } from '@ippo/contracts';
import { z } from 'zod';
import { everyFinding } from '../../store/findings/every-finding.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { defineExport } from '../define-export.ts';
import { findingColumns } from '../finding-columns.ts';

export default defineExport({
  id: 'findings',
  title: { en: 'Findings', ja: '検出事項' },
  permission: 'read',
  input: findingFilterSchema.extend({
    sort: z.enum(findingSorts).default('severity'),
    order: z.enum(['asc', 'desc']).default('asc'),
  }),
  async open({ services: { db, now }, scope }, { sort, order, ...asked }) {
    const filter = { ...asked, at: now() };
    const scans = await newestScans(db, scope, { source: filter.source });
    const shown = scans.filter(({ account }) => passes(filter.account, account));
    return {
      source: scans[0]?.source ?? null,
      accounts: shown.map(({ account }) => account),
      columns: findingColumns,
      items: everyFinding(db, { scans, scope, filter, sort, order }),
    };
  },
});
