import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { thresholds, type ThresholdName } from '@ippo/contracts';
import { checkPath } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { writeDays } from '../../lib/write-days.ts';
import { AppLink } from '../../ui/app-link.tsx';

type Props = {
  name: ThresholdName;
  value: string;
  valid: boolean;
  onChange: (value: string) => void;
};

/** One limit with its default, its bounds, and the checks that it changes. */
export function ThresholdField({ name, value, valid, onChange }: Props) {
  const t = useText();
  const language = useLanguage();
  const { default: usual, lowest, highest, checks, name: called, about } = thresholds[name];
  const bounds = {
    usual: writeDays(usual, language),
    lowest: writeDays(lowest, language),
    highest: writeDays(highest, language),
  };
  return (
    <FormField
      label={called[language]}
      description={about[language]}
      constraintText={
        <Text
          id="thresholds.bounds"
          values={{
            ...bounds,
            checks: checks.map((check) => (
              <AppLink key={check} to={checkPath(check)} fontSize="inherit">
                {check}
              </AppLink>
            )),
          }}
        />
      }
      errorText={valid ? '' : t('thresholds.fault', bounds)}
      secondaryControl={
        value === String(usual) ? null : (
          <Button
            formAction="none"
            ariaLabel={t('thresholds.default-of', { name: called[language] })}
            onClick={() => onChange(String(usual))}
          >
            {t('thresholds.default')}
          </Button>
        )
      }
    >
      <Input value={value} inputMode="numeric" onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  );
}
