import { CopyButton } from './copy-button.tsx';
import { useText } from '../i18n/text.tsx';
import { splitMarks } from '../lib/fill-in.ts';
import './code-block.css';

type Props = {
  text: string;
  label: string;
  numbered?: boolean;
  fillIn?: boolean;
  /** Lines to mark, counted from 1. */
  marked?: readonly number[];
};

const noLines: readonly number[] = [];

/** Code or an answer as plain text, numbered or with what is to be filled in marked, to copy. */
export function CodeBlock(props: Props) {
  const { text, label, numbered = false, fillIn = false, marked = noLines } = props;
  const t = useText();
  return (
    <div className="code-block">
      <pre tabIndex={0} role="region" aria-label={label}>
        <code lang="en">
          {numbered ? (
            <Numbered text={text} marked={marked} />
          ) : fillIn ? (
            <WithMarks text={text} />
          ) : (
            text
          )}
        </code>
      </pre>
      <CopyButton text={text} label={t('common.copy')} />
    </div>
  );
}

function Numbered({ text, marked }: { text: string; marked: readonly number[] }) {
  return text.split('\n').map((line, index) => (
    <span
      key={index}
      {...(marked[0] === index + 1 ? { ref: scrollTo } : {})}
      className={marked.includes(index + 1) ? 'code-line code-line-marked' : 'code-line'}
    >
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

/** Brings the first marked line into view inside its own box, never moving the page. */
function scrollTo(line: HTMLElement | null): void {
  const box = line?.closest('pre');
  if (line && box) box.scrollTop = line.offsetTop - box.offsetTop - box.clientHeight / 2;
}
