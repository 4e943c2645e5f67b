import { useGo, useScoped } from '../lib/use-go.ts';
import { OutcomeIcon, type OutcomeShape } from './outcome-icon.tsx';

type Props = { shape: OutcomeShape; label: string; to: string };

/** One cell of a matrix: tint, solid, hatch, nothing or dashed; its words are its name. */
export function MatrixCell({ shape, label, to }: Props) {
  const go = useGo();
  const href = useScoped()(to);
  return (
    <td className="matrix-cell">
      <a
        href={href}
        className={`cell cell-${shape}${shape === 'unknown' ? ' hatched-cell' : ''}`}
        aria-label={label}
        title={label}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          go(to);
        }}
      >
        <OutcomeIcon shape={shape} size={14} />
      </a>
    </td>
  );
}
