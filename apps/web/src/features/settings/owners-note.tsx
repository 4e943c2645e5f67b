import { may, roleWords, type Permission } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { useSession } from '../../lib/use-report.ts';

/** Whether the reader may change what owners set. */
export function useMay(permission: Permission): boolean {
  const role = useSession().data?.role;
  return role !== undefined && may(role, permission);
}

/** Why something can only be read here. */
export function OwnersNote({ seen = true }: { seen?: boolean }) {
  const t = useText();
  const language = useLanguage();
  const role = useSession().data?.role;
  if (role === undefined) return null;
  return (
    <p className="plain muted">
      {t(seen ? 'settings.owners-only' : 'settings.owners-see', {
        role: roleWords[role][language],
      })}
    </p>
  );
}
