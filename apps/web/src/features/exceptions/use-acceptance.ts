import { useState } from 'react';
import { useReaderZone } from '../../lib/reader-zone.ts';
import { useSession } from '../../lib/use-report.ts';
import { dayAfter, faultsOf, type AcceptDraft } from './accept-draft.ts';
import { useRules } from './use-exceptions.ts';

const usualDays = 90;

/** What somebody fills in to accept a risk, begun with an earlier one where it goes on from one. */
export function useAcceptance(earlier: { reason: string; owner: string } | null) {
  const zone = useReaderZone();
  const me = useSession().data?.name ?? '';
  const needsSecond = useRules()?.secondPerson === true;
  const [reason, setReason] = useState(earlier?.reason ?? '');
  const [typedOwner, setOwner] = useState<string | null>(earlier?.owner ?? null);
  const [lastDay, setLastDay] = useState(() => dayAfter(usualDays, zone));
  const [second, setSecond] = useState(false);
  const [tried, setTried] = useState(false);
  const draft: AcceptDraft = { reason, owner: typedOwner ?? me, lastDay };
  return {
    ...{ draft, zone, second, needsSecond, setReason, setOwner, setLastDay, setSecond },
    faults: tried ? faultsOf(draft, zone) : [],
    /** Whether it waits for somebody else once it is sent. */
    waits: second || needsSecond,
    /** Ready to be sent, or null with what is missing shown from now on. */
    ready() {
      setTried(true);
      return faultsOf(draft, zone).length > 0 ? null : { ...draft, zone, askSecondPerson: second };
    },
  };
}

export type Acceptance = ReturnType<typeof useAcceptance>;
