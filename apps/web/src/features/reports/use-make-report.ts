import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, queries } from '../../lib/api-client.ts';
import { fetchReport, saveFile, type AskedReport } from '../../lib/fetch-report.ts';

/** A file that was saved, and whether its digest is in this install's record. */
export type Saved = { name: string; bytes: number; sha256: string; recorded: boolean };

/** Has a report made and saves it; tells how far it is, and can be stopped. */
export function useMakeReport() {
  const client = useQueryClient();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState({ bytes: 0, seconds: 0 });
  const [cancelled, setCancelled] = useState(false);
  const make = useMutation({
    async mutationFn(order: AskedReport): Promise<Saved> {
      const stop = new AbortController();
      running.current = stop;
      setCancelled(false);
      setProgress({ bytes: 0, seconds: 0 });
      const began = Date.now();
      let bytes = 0;
      const tell = () => setProgress({ bytes, seconds: Math.floor((Date.now() - began) / 1000) });
      const clock = setInterval(tell, 1_000);
      try {
        const made = await fetchReport(order, {
          signal: stop.signal,
          onBytes(sofar) {
            bytes = sofar;
          },
        });
        saveFile(made.file, made.name);
        const { sha256, name, file } = made;
        const { total } = await api.reports.made({ sha256 });
        return { name, bytes: file.size, sha256, recorded: total > 0 };
      } finally {
        clearInterval(clock);
        // The first pack also makes the key that it is signed with.
        const changed = [queries.reports.made, queries.reports.choices, queries.signingKeys];
        for (const query of changed) void client.invalidateQueries({ queryKey: query.key() });
      }
    },
  });
  // Who leaves the page does not wait for the file any more.
  useEffect(() => () => running.current?.abort(), []);
  return {
    make,
    progress,
    cancelled,
    cancel() {
      setCancelled(true);
      running.current?.abort();
    },
  };
}
