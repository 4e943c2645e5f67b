import { useGo, useScoped } from '../lib/use-go.ts';
import './state-links.css';

export type StateLink = { id: string; text: string; to: string; count: number };

/** The parts of a list by state, each with its count and an address of its own. */
export function StateLinks(props: { label: string; links: readonly StateLink[]; active: string }) {
  const go = useGo();
  const scoped = useScoped();
  return (
    <nav className="state-links" aria-label={props.label}>
      {props.links.map(({ id, text, to, count }) => (
        <a
          key={id}
          className="state-link"
          href={scoped(to)}
          {...(id === props.active ? { 'aria-current': 'page' as const } : {})}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            go(to);
          }}
        >
          {text} <span>{count}</span>
        </a>
      ))}
    </nav>
  );
}
