import type { ReactNode } from 'react';

/** The shapes of ux.md §3; the shape carries the meaning, the colour repeats it. */
export type OutcomeShape =
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'manual'
  | 'blocked'
  | 'not-applicable'
  | 'out-of-scope';

const drawings: Record<OutcomeShape, ReactNode> = {
  pass: (
    <>
      <circle cx="8" cy="8" r="7.5" fill="currentColor" />
      <path className="glyph" d="m4.6 8.3 2.4 2.3 4.4-4.8" strokeWidth="1.8" />
    </>
  ),
  fail: (
    <>
      <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="2.5" fill="currentColor" />
      <path className="glyph" d="m5 5 6 6m0-6-6 6" strokeWidth="1.8" />
    </>
  ),
  unknown: (
    <>
      <path d="M4.4.8h7.2L15.7 8l-4.1 7.2H4.4L.3 8z" fill="currentColor" />
      <path
        className="glyph"
        d="M5.9 6.2c0-1.3 1-2 2.1-2s2.1.8 2.1 1.9c0 1.5-2.1 1.6-2.1 3.1"
        strokeWidth="1.6"
      />
      <path className="glyph" d="M8 11.2v1.4" strokeWidth="1.7" />
    </>
  ),
  manual: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <circle cx="8" cy="4.6" r="3.1" />
      <path d="M1.9 15.2c0-3.5 2.5-5 6.1-5s6.1 1.5 6.1 5" />
    </g>
  ),
  blocked: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <rect x="1.3" y="1.3" width="13.4" height="13.4" rx="2.5" />
      <path d="M4.4 8h6.8M8.4 5.2 11.2 8l-2.8 2.8" />
    </g>
  ),
  'not-applicable': <path d="M3 8h10" stroke="currentColor" strokeWidth="2" />,
  'out-of-scope': (
    <g fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle cx="8" cy="8" r="6.7" strokeDasharray="2.6 1.8" />
      <path d="m4.6 11.4 6.8-6.8" />
    </g>
  ),
};

/** An outcome's shape; the word beside it names it, so the drawing itself is silent. */
export function OutcomeIcon({ shape, size = 16 }: { shape: OutcomeShape; size?: number }) {
  return (
    <svg
      className={`outcome-icon outcome-${shape}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[shape]}
    </svg>
  );
}

/** Shape and word together; `pill` sets them on the outcome's tint. */
export function OutcomeLabel(props: { shape: OutcomeShape; word: ReactNode; pill?: boolean }) {
  return (
    <span className={`outcome outcome-${props.shape}${props.pill ? ' pill' : ''}`}>
      <OutcomeIcon shape={props.shape} />
      {props.word}
    </span>
  );
}
