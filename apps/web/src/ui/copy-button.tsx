import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { useText } from '../i18n/text.tsx';

/** Copies a text and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useText();
  return (
    <CopyToClipboard
      copyButtonText={label}
      copyErrorText={t('common.copy-failed')}
      copySuccessText={t('common.copied')}
      textToCopy={text}
    />
  );
}
