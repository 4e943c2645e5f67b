import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n/text.tsx';

const SearchBox = lazy(async () => ({
  default: (await import('../features/search/search-box.tsx')).SearchBox,
}));

/** What looks like a search field until it is wanted: then the real one comes. */
export function SearchDoor() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const door = (
    <button type="button" className="search-door" data-search onClick={() => setOpen(true)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="2">
          <circle cx="7" cy="7" r="5" />
          <path d="m15 15-4.5-4.5" />
        </g>
      </svg>
      {t('shell.search')} <kbd aria-hidden="true">/</kbd>
    </button>
  );
  if (!open) return door;
  return (
    <Suspense fallback={door}>
      <SearchBox onLeave={() => setOpen(false)} />
    </Suspense>
  );
}
