import { text } from 'node:stream/consumers';
import type { ReportOrder, ReportPreview } from '@ippo/contracts';
import { checkOrder } from './check-order.ts';
import type { Maker } from './gather.ts';
import { jobOf, type ReportMaking } from './make-report.ts';

/** Who looks at a page does not wait longer. */
const seconds = 30;

/** What a file would begin with; nothing of it is kept. Throws DomainError as `makeReport` does. */
export async function readPreview(
  making: ReportMaking,
  order: ReportOrder,
  maker: Maker,
  signal: AbortSignal = new AbortController().signal,
): Promise<ReportPreview> {
  checkOrder(order);
  const { bytes } = await making.work.make(
    async () => ({ ...(await jobOf(making, order, maker)).job, task: 'preview' }),
    { signal, seconds },
  );
  return JSON.parse(await text(bytes)) as ReportPreview;
}
