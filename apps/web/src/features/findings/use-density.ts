import { useState } from 'react';

const key = 'ippo.density';

/** Whether rows are set close together, as the reader last chose. */
export function useDensity(): [boolean, (compact: boolean) => void] {
  const [compact, setCompact] = useState(() => localStorage.getItem(key) === 'compact');
  function choose(next: boolean): void {
    localStorage.setItem(key, next ? 'compact' : 'comfortable');
    setCompact(next);
  }
  return [compact, choose];
}
