import { createContext, use, useEffect } from 'react';

export type Crumb = { text: string; href: string };

/** How a page tells the frame where it is. */
export const CrumbContext = createContext<(crumbs: Crumb[]) => void>(() => undefined);

/** Sets the breadcrumbs below Ippo; the last one is the page itself. */
export function useCrumbs(...crumbs: Crumb[]): void {
  const set = use(CrumbContext);
  const key = JSON.stringify(crumbs);
  useEffect(() => set(JSON.parse(key) as Crumb[]), [set, key]);
}
