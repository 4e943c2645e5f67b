import type { Exception } from '@ippo/contracts';
import { asShown } from '../../exceptions/list-exceptions.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { StoredException } from '../../store/exceptions.ts';
import { signedIn } from '../implement.ts';

/** One exception as whoever asks sees it. */
export async function oneAsShown(
  context: RequestContext,
  row: StoredException,
  at: Date,
): Promise<Exception> {
  const { userId } = signedIn(context);
  const [shown] = await asShown(context.services.db, [row], { at, userId });
  if (!shown) throw new Error('an exception was lost on its way');
  return shown;
}
