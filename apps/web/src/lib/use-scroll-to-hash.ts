import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Shows the part of the page that the address names, once it stands there; again when asked again. */
export function useScrollToHash(ready: boolean): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (ready && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [ready, hash, key]);
}
