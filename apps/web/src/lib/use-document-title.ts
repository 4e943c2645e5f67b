import { useEffect } from 'react';

/** `{what is true} – {account} – Ippo`; parts not known yet are left out. */
export function useDocumentTitle(parts: readonly (string | undefined)[]): void {
  const title = [...parts, 'Ippo'].filter((part) => part !== undefined && part !== '').join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
