import Link from '@cloudscape-design/components/link';
import { createContext, use } from 'react';
import { useText } from '../i18n/text.tsx';

/** How a page opens its help panel; null where the frame has none. */
export const HelpContext = createContext<(() => void) | null>(null);

/** Opens the help panel of the page; `about` names the page to a screen reader. */
export function InfoLink({ about }: { about: string }) {
  const t = useText();
  const open = use(HelpContext);
  if (open === null) return null;
  return (
    <Link variant="info" ariaLabel={t('shell.info-about', { about })} onFollow={open}>
      {t('shell.info')}
    </Link>
  );
}
