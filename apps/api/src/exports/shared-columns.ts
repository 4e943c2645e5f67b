import type { Finding } from '@ippo/contracts';
import type { ExportColumn } from './define-export.ts';

/** Which check a row is about. */
export const checkColumns: readonly ExportColumn<{ check: string }>[] = [
  { id: 'check', heading: { en: 'Check id', ja: 'チェック ID' }, cell: ({ check }) => check },
  {
    id: 'title',
    heading: { en: 'Check', ja: 'チェック' },
    cell: ({ check }, write) => write.title(check),
  },
];

/** Where in its account a finding is. */
export const placeColumns: readonly ExportColumn<Pick<Finding, 'region' | 'resource' | 'facet'>>[] =
  [
    {
      id: 'region',
      heading: { en: 'Region', ja: 'リージョン' },
      cell: ({ region }, write) => write.region(region),
    },
    {
      id: 'resource',
      heading: { en: 'Resource', ja: 'リソース' },
      cell: ({ resource }) => resource ?? null,
    },
    { id: 'facet', heading: { en: 'Part', ja: '区分' }, cell: ({ facet }) => facet ?? null },
  ];
