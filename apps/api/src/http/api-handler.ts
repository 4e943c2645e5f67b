import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import type { Permission } from '@ippo/contracts';
import type { RequestHandler } from 'express';
import type { Visitor } from '../auth/session.ts';
import { router } from '../routes/router.ts';
import { authHeaders } from './auth-headers.ts';
import { originOf } from './hosts.ts';
import type { RequestContext } from './request-context.ts';
import type { Services } from './services.ts';
import { hasRole, requirePermission, whoAsks } from './who-asks.ts';

const largestBody = 64 * 1024;
/** Carries the error of a request past the contract's machinery to our problem bodies. */
type Context = RequestContext & {
  visitor: Visitor | null;
  failure: { error: unknown } | null;
  understood: boolean;
};

/** Serves every endpoint of the contract, each only to those whom its permission names. */
export function apiHandler(services: Services): RequestHandler {
  const handler = new OpenAPIHandler<Context>(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: largestBody })],
    rootInterceptors: [
      async ({ context, next }) => {
        const result = await next();
        if (context.failure) throw context.failure.error;
        return result;
      },
    ],
    interceptors: [
      async ({ context, next }) =>
        next().catch((error: unknown) => {
          const ours = context.understood || error instanceof ORPCError;
          context.failure = { error: ours ? error : new ORPCError('BAD_REQUEST') };
          throw error;
        }),
    ],
    clientInterceptors: [
      async ({ context, procedure, next }) => {
        context.understood = true;
        const { permission } = procedure['~orpc'].meta as { permission: Permission };
        requirePermission(context.visitor, permission);
        return next();
      },
    ],
  });
  return async (request, response, next) => {
    const visitor = await whoAsks(services, request);
    const session = visitor !== null && hasRole(visitor) ? visitor : null;
    const host = request.headers.host ?? '';
    const context: Context = {
      ...{ services, visitor, session, host, failure: null, understood: false },
      origin: originOf(host, services.config.baseUrl) ?? '',
      headers: authHeaders(request),
      setCookies: (values) => void response.append('set-cookie', [...values]),
    };
    const { matched } = await handler.handle(request, response, { prefix: '/api', context });
    if (!matched) next();
  };
}
