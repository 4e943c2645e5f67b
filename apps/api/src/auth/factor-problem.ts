import { DomainError, type ProblemCode } from '@ippo/contracts';
import { isAPIError } from 'better-auth/api';

const codes: Readonly<Record<string, ProblemCode>> = {
  INVALID_CODE: 'code-wrong',
  INVALID_PASSWORD: 'password-wrong',
  TOTP_ALREADY_ENABLED: 'second-factor-on',
  TOTP_NOT_ENABLED: 'second-factor-off',
  TWO_FACTOR_NOT_ENABLED: 'second-factor-off',
  UNAUTHORIZED: 'sign-in-required',
};

/** What the sign-in library says about a second factor, as one of our problems; anything else goes on. */
export function factorProblem(error: unknown): never {
  const name = isAPIError(error) ? (error.body?.code ?? '') : '';
  const code = codes[name];
  throw code === undefined ? error : new DomainError(code, {}, error);
}
