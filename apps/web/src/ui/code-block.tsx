import { CopyButton } from './copy-button.tsx';
import { useText } from '../i18n/text.tsx';
import { splitMarks } from '../lib/fill-in.ts';
import './code-block.css';

type Props = { text: string; label: string; numbered?: boolean; fillIn?: boolean };

/** Code or an answer as plain text, numbered or with what is to be filled in marked, to copy. */
export function CodeBlock({ text, label, numbered = false, fillIn = false }: Props) {
  const t = useText();
  return (
    <div className="code-block">
      <pre tabIndex={0} role="region" aria-label={label}>
        <code lang="en">
          {numbered ? <Numbered text={text} /> : fillIn ? <WithMarks text={text} /> : text}
        </code>
      </pre>
      <CopyButton text={text} label={t('common.copy')} />
    </div>
  );
}

function Numbered({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <span key={index} className="code-line">
      {line}
      {'\n'}
    </span>
  ));
}

function WithMarks({ text }: { text: string }) {
  return splitMarks(text).map((part, index) =>
    part.fillIn ? <mark key={index}>{part.text}</mark> : part.text,
  );
}
