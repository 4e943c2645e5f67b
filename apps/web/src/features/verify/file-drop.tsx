import FileDropzone from '@cloudscape-design/components/file-dropzone';
import FileInput from '@cloudscape-design/components/file-input';
import { useText } from '../../i18n/text.tsx';

/** Takes one file, dropped or chosen. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useText();
  const take = (files: File[]) => {
    const [file] = files;
    if (file) onFile(file);
  };
  return (
    <FileDropzone onChange={({ detail }) => take(detail.value)}>
      <div className="verify-drop">
        <b>{t('verify.drop')}</b>
        <span className="muted">{t('verify.drop-about')}</span>
        <FileInput value={[]} onChange={({ detail }) => take(detail.value)}>
          {t('verify.choose')}
        </FileInput>
      </div>
    </FileDropzone>
  );
}
