import { BlockList, isIP } from 'node:net';

/**
 * Address ranges that no public site lives in (IANA special-purpose registries for IPv4 and IPv6):
 * private, loopback, link-local, carrier NAT, documentation, benchmarking, multicast and reserved.
 */
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Outside 2000::/3 nothing is global unicast; inside it these blocks are not, or carry an IPv4 address in disguise. */
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

// Two lists: in one, an IPv4 address would also be looked for among the IPv6 blocks, as ::ffff:a.b.c.d.
const notPublic4 = new BlockList();
const notPublic6 = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_4) notPublic4.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of NOT_PUBLIC_6) notPublic6.addSubnet(net, prefix, 'ipv6');

/** Is this IP address one that a live crawl may open a socket to? Anything that is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, '').replace(/%.*$/u, '');
  const family = isIP(bare);
  if (family === 4) return !notPublic4.check(bare, 'ipv4');
  if (family === 6) return !notPublic6.check(bare, 'ipv6');
  return false;
}

/** Is this a loopback address, the only kind of place a sample run may connect to? */
export const isLoopback = (host: string): boolean => /^(?:127(?:\.\d{1,3}){3}|\[?::1\]?)$/u.test(host);

/**
 * May a live crawl ask this host at all, as far as its name tells? Names without a dot and the reserved
 * top-level domains only ever mean a machine nearby; addresses must be public ones.
 */
export function isPublicHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
  if (isIP(bare)) return isPublicAddress(bare);
  return (
    bare.includes('.') && !/\.(?:localhost|local|internal|intranet|lan|home\.arpa|test|invalid)$/iu.test(bare)
  );
}
