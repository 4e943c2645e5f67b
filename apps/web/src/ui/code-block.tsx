import { CopyButton } from './copy-button.tsx';
import { useText } from '../i18n/text.tsx';
import './code-block.css';

type Props = { text: string; label: string; numbered?: boolean };

/** Code or an answer as plain text, with its lines numbered and a way to copy it. */
export function CodeBlock({ text, label, numbered = false }: Props) {
  const t = useText();
  return (
    <div className="code-block">
      <pre tabIndex={0} role="region" aria-label={label}>
        <code lang="en">
          {numbered
            ? text.split('\n').map((line, index) => (
                <span key={index} className="code-line">
                  {line}
                  {'\n'}
                </span>
              ))
            : text}
        </code>
      </pre>
      <CopyButton text={text} label={t('common.copy')} />
    </div>
  );
}
