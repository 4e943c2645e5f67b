import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What a browser offers to pages and ours never use; passkeys stay. */
const unused = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi'];
const permissionsPolicy = [
  ...unused.map((feature) => `${feature}=()`),
  'publickey-credentials-get=(self)',
].join(', ');

/** The headers of every answer: nothing inline, nothing from elsewhere, no frames. */
export function securityHeaders(baseUrl: URL | null): RequestHandler[] {
  const secure = baseUrl?.protocol === 'https:';
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  return [
    headers,
    (_request, response, next) => {
      response.set('permissions-policy', permissionsPolicy);
      next();
    },
  ];
}
