import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { packFaultWords, packFileWords } from '@ippo/contracts';
import type { FileVerdict, PackVerdict } from '@ippo/pack';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeBytes } from '../../lib/write-bytes.ts';

/** What is wrong, then a sentence for each file; what is wrong comes first there too. */
export function PackFiles({ pack }: { pack: PackVerdict }) {
  const t = useText();
  const language = useLanguage();
  const files = pack.files.toSorted(
    (a, b) => Number(a.state === 'intact') - Number(b.state === 'intact'),
  );
  return (
    <>
      {pack.faults.length > 0 ? (
        <section className="verify-wrong" aria-labelledby="faults">
          <h2 id="faults">{t('verify.faults')}</h2>
          <ul className="verify-faults">
            {pack.faults.map(({ code, file }) => (
              <li key={`${code} ${file ?? ''}`} className="arn">
                {packFaultWords[code][language].replace('{file}', file ?? '')}{' '}
                <code className="mono muted">{code}</code>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {files.length > 0 ? (
        <section className="verify-files" aria-labelledby="files">
          <h2 id="files">{t('verify.files')}</h2>
          <table className="rows">
            <thead>
              <tr>
                {(['file', 'state', 'size'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`verify.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr key={file.name}>
                  <td className="mono arn">{file.name}</td>
                  <td>
                    <FileSentence file={file} />
                  </td>
                  <td className="narrow">
                    {file.size === null ? '' : writeBytes(file.size, language)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}

function FileSentence({ file }: { file: FileVerdict }) {
  const t = useText();
  const language = useLanguage();
  const { state, digest, listed } = file;
  const short = (text: string | null) => (text === null ? '' : `${text.slice(0, 8)}…`);
  return (
    <StatusIndicator
      type={state === 'intact' ? 'success' : 'error'}
      iconAriaLabel={packFileWords[state][language]}
      {...(state === 'intact' ? { colorOverride: 'grey' as const } : {})}
    >
      {t(`verify.file-sentence.${state}`, { digest: short(digest), listed: short(listed) })}
    </StatusIndicator>
  );
}
