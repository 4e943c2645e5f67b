import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { useText } from '../i18n/text.tsx';

type Props = { text: string; label: string; short?: boolean };

/** Copies a text and says so; a short one is an icon, named by its label. */
export function CopyButton({ text, label, short = false }: Props) {
  const t = useText();
  return (
    <CopyToClipboard
      {...(short
        ? { variant: 'icon' as const, copyButtonAriaLabel: label }
        : { copyButtonText: label })}
      copyErrorText={t('common.copy-failed')}
      copySuccessText={t('common.copied')}
      textToCopy={text}
    />
  );
}
