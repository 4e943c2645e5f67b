import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useMutation, useQuery } from '@tanstack/react-query';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { saveExport } from '../lib/save-export.ts';
import type { ExportMenuProps } from './export-menu.tsx';
import { ProblemText } from './problem-text.tsx';

/** The menu behind an export button; the API says which formats there are. */
export function ExportFormats(props: ExportMenuProps) {
  return (
    <LazyTexts part="export">
      <Formats {...props} />
    </LazyTexts>
  );
}

function Formats({ table, query = {}, selected = 0 }: ExportMenuProps) {
  const t = useText();
  const lang = useLanguage();
  const list = useQuery(queries.exports.list.queryOptions({ staleTime: Infinity })).data;
  const save = useMutation({
    mutationFn: (format: string) => saveExport(table, { ...query, format, lang }),
  });
  const found = list?.tables.find(({ id }) => id === table);
  if (!list) return <span className="export-slot" />;
  if (!found) return null;
  const { formats } = list;
  return (
    <div className="export">
      <ButtonDropdown
        items={formats.map(({ id, label }) => ({ id, text: label[lang] }))}
        loading={save.isPending}
        ariaLabel={
          selected > 0
            ? t('export.selected', { n: selected })
            : t('export.menu-of', { title: found.title[lang] })
        }
        onItemClick={({ detail }) => save.mutate(detail.id)}
      >
        {selected > 0 ? t('export.selected', { n: selected }) : t('export.menu')}
      </ButtonDropdown>
      <span className="visually-hidden" role="status">
        {save.data ? t('export.saved', { file: save.data }) : ''}
      </span>
      {save.error ? <ProblemText error={save.error} /> : null}
    </div>
  );
}
