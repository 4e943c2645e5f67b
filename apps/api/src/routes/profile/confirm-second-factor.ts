import { DomainError } from '@ippo/contracts';
import { factorProblem } from '../../auth/factor-problem.ts';
import { noteAuthenticator } from '../../store/people-factors.ts';
import { listSessions } from '../../store/people-sessions.ts';
import { readPerson } from '../../store/people.ts';
import { contract, signedIn } from '../implement.ts';
import { endStreams } from '../team/end-streams.ts';

export default contract.profile.confirmSecondFactor.handler(async ({ input, context }) => {
  const { services, headers, setCookies } = context;
  const { auth, db } = services;
  const { userId } = signedIn(context);
  const at = services.now();
  if ((await readPerson(db, userId))?.twoFactorEnabled) throw new DomainError('second-factor-on');
  const earlier = (await listSessions(db, userId, at)).map(({ id }) => id);
  const { headers: answered } = await auth.api
    .verifyTOTP({ body: { code: input.code }, headers, returnHeaders: true })
    .catch(factorProblem);
  // The library gave this browser a new session; whoever else is signed in gave no code.
  await noteAuthenticator(db, userId, earlier, at);
  endStreams(services, earlier);
  setCookies(answered.getSetCookie());
  return { done: true as const };
});
