import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where an address leads: `public` internet, an `inside` network or this machine, or `never` to be asked. */
export type Place = 'public' | 'inside' | 'never';

const inside = new Set(['private', 'loopback', 'carrierGradeNat', 'uniqueLocal']);
const globalUnicast = ipaddr.parseCIDR('2000::/3');
/** Documentation (RFC 9637), which the library does not know yet. */
const documentation = ipaddr.parseCIDR('3fff::/20');
/** EC2's metadata, DNS and time services over IPv6: unique local, but nobody's own network. */
const metadata = ipaddr.parseCIDR('fd00:ec2::/32');

/**
 * The place of an IP address. `inside` may be allowed by name; link-local, where clouds keep credentials,
 * multicast, reserved and every kind of embedded or translated address never.
 */
export function placeOf(address: string): Place {
  if (isIP(address) === 0 || address.includes('%')) return 'never';
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (parsed.kind() === 'ipv6' && parsed.match(metadata)) return 'never';
  if (inside.has(range)) return 'inside';
  if (range !== 'unicast') return 'never';
  if (parsed.kind() === 'ipv4') return 'public';
  // Outside of 2000::/3 nothing is assigned, but ::7f00:1 and its like embed an IPv4 address.
  return parsed.match(globalUnicast) && !parsed.match(documentation) ? 'public' : 'never';
}
