import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { endpoints } from '@ippo/contracts';
import contract from 'virtual:ippo-contract';
import { ApiProblem } from './api-problem.ts';

const link = new OpenAPILink(contract, {
  url: () => new URL('/api', location.origin),
  fetch: async (request, init) => asJson(await fetch(request, init)),
  customErrorResponseBodyDecoder: (body, response) => {
    const problem = ApiProblem.from(body, response.status);
    return new ORPCError(problem.code, {
      status: response.status,
      data: problem,
      message: problem.code,
    });
  },
});

/** The link parses `application/json` only; our problems are `application/problem+json` (RFC 9457). */
function asJson(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
    return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

/** The typed client; every call may throw, see `problemOf`. */
export const api: ContractRouterClient<typeof endpoints> = createORPCClient(link);

/** Query and mutation options of every endpoint. */
export const queries = createTanstackQueryUtils(api);
