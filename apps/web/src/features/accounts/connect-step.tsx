import type { ReactNode } from 'react';

type Props = {
  n: number;
  title: string;
  /** Where the person is; the others are done or still to come. */
  now: boolean;
  children: ReactNode;
};

/** One numbered step on the way to a connected account. */
export function ConnectStep({ n, title, now, children }: Props) {
  return (
    <li
      className={`connect-step${now ? ' connect-step-now' : ''}`}
      {...(now ? { 'aria-current': 'step' as const } : {})}
    >
      <span className="connect-number" aria-hidden="true">
        {n}
      </span>
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  );
}
