import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { dashed } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';

/** Whose report it is; absent where there is only one account. */
export function AccountField({ account }: { account: string }) {
  const t = useText();
  const navigate = useNavigate();
  const found = useQuery(queries.accounts.queryOptions()).data?.accounts ?? [];
  if (found.length < 2) return null;
  const options = found.map((one) => ({
    value: one.account,
    label: one.name === null ? dashed(one.account) : `${one.name} (${dashed(one.account)})`,
  }));
  return (
    <FormField label={t('reports.account')}>
      <Select
        selectedOption={options.find(({ value }) => value === account) ?? null}
        options={options}
        // Scans and days of one account say nothing of another.
        onChange={({ detail }) =>
          void navigate(`${paths.reports}?account=${detail.selectedOption.value ?? ''}`)
        }
      />
    </FormField>
  );
}
