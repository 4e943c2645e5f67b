import { useLocation, useSearchParams } from 'react-router';

/** Pages that show one report, and so can show an older one. */
const reportPages = /^\/(?:$|first-steps$|checks(?:\/|$)|regions$)/;

/** The scan that the address pins its page to; null where it shows the newest. */
export function usePinnedScan(): string | null {
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  return isReportPage(pathname) ? params.get('scan') : null;
}

/** Whether an address inside the web opens a page that can be pinned. */
export function isReportPage(to: string): boolean {
  return reportPages.test(to.split(/[?#]/)[0] ?? '');
}
