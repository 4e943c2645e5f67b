/** The stair as a quiet drawing for empty states. */
export function StairMark({ width = 128 }: { width?: number }) {
  return (
    <svg
      width={width}
      height={width * 0.45}
      viewBox="0 0 128 58"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M2 55h24V41h24V28h24V15h24V3h28"
        fill="none"
        stroke="var(--ippo-rail)"
        strokeWidth="5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
