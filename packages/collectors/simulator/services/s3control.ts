import { AwsError } from '../aws-error.ts';
import type { SimulatedService } from '../define-service.ts';
import { restXml } from '../protocols/rest-xml.ts';

export const s3control: SimulatedService = {
  service: 's3control',
  protocol: restXml({
    routes: [
      {
        operation: 'GetPublicAccessBlock',
        method: 'GET',
        path: /^\/v20180820\/configuration\/publicAccessBlock$/,
      },
    ],
    namespace: 'http://awss3control.amazonaws.com/doc/2018-08-20/',
    roots: {},
    empty: {},
    items: {},
    wrapsErrors: true,
  }),
  codes: {
    denied: 'AccessDenied',
    deniedStatus: 403,
    throttled: 'SlowDown',
    throttledStatus: 503,
  },
  answers: {
    GetPublicAccessBlock({ world, input }) {
      if (input.owner !== world.account) throw new AwsError('AccessDenied', 'Access Denied', 403);
      const PublicAccessBlockConfiguration = world.more.publicAccessBlock;
      if (PublicAccessBlockConfiguration) return { PublicAccessBlockConfiguration };
      throw new AwsError(
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
        404,
      );
    },
  },
};
