/** The domains that AWS serves its APIs on (AWS General Reference, *AWS service endpoints*). */
const awsDomains = [
  '.amazonaws.com',
  '.amazonaws.com.cn',
  '.api.aws',
  '.api.amazonwebservices.com.cn',
];

/** Sign-in has hosts of its own (endpoint rules of the SDK's Signin client). */
const signInHost =
  /^[a-z0-9-]+\.(oauth\.signin\.aws|signin\.(aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com))$/;

/** Hosts whose first labels are not the service's own name. */
const hostPrefixes: Readonly<Record<string, string>> = {
  'portal.sso.': 'sso',
  'oidc.': 'sso-oauth',
};

/** The service behind one of AWS's own host names, or nothing where it is none of them. */
export function serviceOfHost(host: string): string | undefined {
  if (signInHost.test(host)) return 'signin';
  if (!awsDomains.some((domain) => host.endsWith(domain))) return undefined;
  const plain = host.replace('-fips.', '.');
  const prefix = Object.keys(hostPrefixes).find((start) => plain.startsWith(start));
  return prefix ? hostPrefixes[prefix] : plain.slice(0, plain.indexOf('.'));
}

/** Whether a host name or address stays on this machine. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^127(\.\d{1,3}){3}$/.test(host) ||
    host === '[::1]'
  );
}
