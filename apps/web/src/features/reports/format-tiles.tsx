import FormField from '@cloudscape-design/components/form-field';
import Tiles from '@cloudscape-design/components/tiles';
import type { ReportFormatChoice } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';

/** From what is handed over to what a program reads. */
const order = ['pack', 'pdf', 'xlsx', 'html', 'markdown', 'csv', 'json'];

/** The formats in the order of their use; one that is new here comes last. */
export function inOrder(formats: readonly ReportFormatChoice[]): ReportFormatChoice[] {
  const place = ({ id }: ReportFormatChoice) => (order.includes(id) ? order.indexOf(id) : 99);
  return formats.toSorted((a, b) => place(a) - place(b));
}

/** A format's name without what it is for: `JSON` of `JSON, for programs`. */
export function shortLabel(label: string): string {
  return label.replace(/\s*[,（].*$/u, '');
}

/** What the report is for decides its format. */
export function FormatTiles(props: {
  formats: readonly ReportFormatChoice[];
  chosen: string;
  onChange: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  return (
    <FormField label={t('reports.format')} stretch>
      <Tiles
        ariaLabel={t('reports.format')}
        columns={3}
        value={props.chosen}
        items={inOrder(props.formats).map(({ id, label, purpose }) => ({
          ...{ value: id, label: label[language], description: purpose[language] },
        }))}
        onChange={({ detail }) => props.onChange(detail.value)}
      />
    </FormField>
  );
}
