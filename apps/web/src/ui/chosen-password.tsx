import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useText } from '../i18n/text.tsx';

const passwordLength = 14;

/** How many characters a chosen password still lacks. */
export function lacking(password: string): number {
  return Math.max(0, passwordLength - password.length);
}

/** A password as it is chosen; says what is missing only after a try. */
export function ChosenPassword(props: {
  value: string;
  tried: boolean;
  label?: string;
  onChange: (value: string) => void;
}) {
  const t = useText();
  const n = lacking(props.value);
  return (
    <FormField
      label={props.label ?? t('setup.password')}
      constraintText={t('setup.password-hint')}
      errorText={props.tried && n > 0 ? t('setup.short-password', { n }) : ''}
      stretch
    >
      <Input
        value={props.value}
        type="password"
        name="password"
        autoComplete="new-password"
        onChange={({ detail }) => props.onChange(detail.value)}
      />
    </FormField>
  );
}
