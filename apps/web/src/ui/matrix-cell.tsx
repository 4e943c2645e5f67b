import { useNavigate } from 'react-router';
import { useScoped } from '../lib/use-go.ts';
import { OutcomeIcon, type OutcomeShape } from './outcome-icon.tsx';
import type { KeyboardEvent } from 'react';

type Props = {
  /** Unique on the page; the address of the page names it, to come back to. */
  id: string;
  shape: OutcomeShape;
  label: string;
  to: string;
  tabStop: boolean;
  selected: boolean;
  onSelect: () => void;
};

/** One cell of a matrix: tint, solid, hatch, nothing or dashed; its words are its name. */
export function MatrixCell({ id, shape, label, to, tabStop, selected, onSelect }: Props) {
  const navigate = useNavigate();
  const href = useScoped()(to);
  return (
    <td className="matrix-cell">
      <a
        id={id}
        href={href}
        className={`cell cell-${shape}${shape === 'unknown' ? ' hatched-cell' : ''}${selected ? ' cell-selected' : ''}`}
        aria-label={label}
        title={label}
        tabIndex={tabStop ? 0 : -1}
        onFocus={onSelect}
        onMouseEnter={onSelect}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          // Coming back finds the cell again.
          history.replaceState(history.state, '', `#${id}`);
          // Escape leads back from there.
          void navigate(href, { state: { back: true } });
        }}
      >
        <OutcomeIcon shape={shape} size={14} />
      </a>
    </td>
  );
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus from cell to cell with the arrow keys; the matrix is one tab stop. */
export function moveInMatrix(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const move = moves[event.key];
  const from = document.activeElement;
  if (!move || !from?.matches('.cell')) return;
  const rows = [...event.currentTarget.rows].map((row) => [...row.querySelectorAll('a')]);
  const y = rows.findIndex((row) => row.some((cell) => cell === from));
  const x = rows[y]?.findIndex((cell) => cell === from) ?? 0;
  const next = rows[y + move[0]]?.[x + move[1]];
  event.preventDefault();
  if (!next) return;
  for (const cell of rows.flat()) cell.tabIndex = cell === next ? 0 : -1;
  next.focus();
}
