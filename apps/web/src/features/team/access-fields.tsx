import Checkbox from '@cloudscape-design/components/checkbox';
import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed, roles, roleWords, type Role } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { useReaderZone } from '../../lib/reader-zone.ts';
import { dayOf } from '../../lib/zoned-day.ts';
import type { AccessDraft, AccessFaults } from './access-draft.ts';

type Props = {
  draft: AccessDraft;
  faults: AccessFaults;
  onChange: (draft: AccessDraft) => void;
};

/** Role, an auditor's accounts, and the last day. */
export function AccessFields({ draft, faults, onChange }: Props) {
  const t = useText();
  const language = useLanguage();
  const zone = useReaderZone();
  const today = dayOf(new Date(), zone);
  const untilFault = {
    missing: t('access.missing-until'),
    bad: t('access.bad-day', { day: today }),
  };
  return (
    <SpaceBetween size="m">
      <FormField label={t('access.role')} stretch>
        <RadioGroup
          value={draft.role}
          items={roles.map((role) => ({
            value: role,
            label: roleWords[role][language],
            description: t(`access.${role}`),
          }))}
          onChange={({ detail }) => onChange({ ...draft, role: detail.value as Role })}
        />
      </FormField>
      {draft.role === 'auditor' ? (
        <AccountFields draft={draft} faults={faults} onChange={onChange} />
      ) : null}
      <FormField
        label={
          draft.role === 'auditor' ? (
            t('access.until')
          ) : (
            <>
              {t('access.until')} <i>– {t('access.optional')}</i>
            </>
          )
        }
        constraintText={t('access.until-hint', { zone })}
        errorText={faults.until ? untilFault[faults.until] : ''}
        stretch
      >
        <DateInput
          value={draft.lastDay}
          format="iso"
          placeholder="YYYY-MM-DD"
          onChange={({ detail }) => onChange({ ...draft, lastDay: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

function AccountFields({ draft, faults, onChange }: Props) {
  const t = useText();
  const { data } = useQuery(queries.accounts.queryOptions({ retry: false }));
  const known = [...new Set(data?.accounts.map(({ account }) => account) ?? [])];
  const fault =
    faults.accounts?.kind === 'bad'
      ? t('access.bad-account', { id: faults.accounts.id })
      : faults.accounts && t('access.missing-account');
  return (
    <>
      <FormField
        label={t('access.accounts')}
        description={t('access.accounts-hint')}
        errorText={known.length > 0 ? (fault ?? '') : ''}
        stretch
      >
        {known.map((account) => (
          <Checkbox
            key={account}
            checked={draft.chosen.includes(account)}
            onChange={({ detail }) =>
              onChange({
                ...draft,
                chosen: detail.checked
                  ? [...draft.chosen, account]
                  : draft.chosen.filter((one) => one !== account),
              })
            }
          >
            {dashed(account)}
          </Checkbox>
        ))}
      </FormField>
      <FormField
        label={t('access.other-account')}
        constraintText={t('access.other-hint')}
        errorText={known.length === 0 ? (fault ?? '') : ''}
        stretch
      >
        <Input
          value={draft.typed}
          onChange={({ detail }) => onChange({ ...draft, typed: detail.value })}
        />
      </FormField>
    </>
  );
}
