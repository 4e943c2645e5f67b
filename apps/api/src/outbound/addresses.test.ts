import { expect, test } from 'vitest';
import { placeOf } from './addresses.ts';

test.each([
  ['8.8.8.8', 'public'],
  ['52.94.236.248', 'public'],
  ['2606:4700::1111', 'public'],
  ['2a00:1450:4001::200e', 'public'],
  // One's own network and this machine.
  ['10.0.0.1', 'inside'],
  ['172.16.0.1', 'inside'],
  ['172.31.255.255', 'inside'],
  ['192.168.1.1', 'inside'],
  ['127.0.0.1', 'inside'],
  ['127.255.255.254', 'inside'],
  ['100.64.0.1', 'inside'],
  ['::1', 'inside'],
  ['fd00::1', 'inside'],
  ['::ffff:127.0.0.1', 'inside'],
  ['::ffff:10.0.0.1', 'inside'],
  ['::ffff:7f00:1', 'inside'],
  // The metadata services of clouds, and addresses that are no host's.
  ['169.254.169.254', 'never'],
  ['169.254.170.2', 'never'],
  ['fe80::1', 'never'],
  ['fe80::1%eth0', 'never'],
  ['::ffff:169.254.169.254', 'never'],
  ['0.0.0.0', 'never'],
  ['0.1.2.3', 'never'],
  ['::', 'never'],
  ['224.0.0.1', 'never'],
  ['239.255.255.250', 'never'],
  ['ff02::1', 'never'],
  ['240.0.0.1', 'never'],
  ['255.255.255.255', 'never'],
  // Documentation, benchmarks, protocol assignments.
  ['192.0.2.1', 'never'],
  ['198.51.100.1', 'never'],
  ['203.0.113.1', 'never'],
  ['198.18.0.1', 'never'],
  ['192.0.0.1', 'never'],
  ['192.88.99.1', 'never'],
  ['2001:db8::1', 'never'],
  ['3fff::1', 'never'],
  // Addresses that stand for an IPv4 one.
  ['64:ff9b::7f00:1', 'never'],
  ['64:ff9b:1::a00:1', 'never'],
  ['2002:7f00:1::', 'never'],
  ['2001::1', 'never'],
  ['::7f00:1', 'never'],
  ['::ffff:0:127.0.0.1', 'never'],
  ['fec0::1', 'never'],
  ['100::1', 'never'],
  ['5f00::1', 'never'],
  ['fd00:ec2::254', 'never'],
  // No addresses at all.
  ['', 'never'],
  ['localhost', 'never'],
  ['1.2.3', 'never'],
  ['0x7f.1', 'never'],
  ['2130706433', 'never'],
])('%s is %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});
