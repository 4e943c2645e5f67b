import { useText } from '../../i18n/text.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';

/** Backup codes, shown this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useText();
  return (
    <div>
      <p className="plain">{t('profile.factor-keep-text')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code} className="mono">
            {code}
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} label={t('profile.copy-codes')} />
    </div>
  );
}
