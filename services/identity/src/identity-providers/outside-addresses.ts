import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';

const blocked = (family: 'ipv4' | 'ipv6', subnets: readonly string[]) => {
  const list = new BlockList();
  for (const [network = '', bits] of subnets.map((subnet) => subnet.split('/')))
    list.addSubnet(network, Number(bits), family);
  return list;
};

/**
 * Addresses nobody outside has (RFC 6890): our own services and the cloud's metadata are among them. Two lists, because a list holds IPv4 addresses
 * as the IPv6 ones that stand for them, and those are not asked for either.
 */
const inside = {
  ipv4: blocked('ipv4', [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'],
  ]),
  ipv6: blocked('ipv6', [
    ...['::/96', '::ffff:0:0/96', '64:ff9b::/96', '2002::/16', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
  ]),
};

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** An address of the administrator's or the provider's choosing that we do not ask. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/**
 * Lets us ask providers only, not our own network in their name: https and outside; on one's own machine loopback too.
 * @param local whether this is one's own machine
 * @throws AddressRefused
 */
export async function refuseInside(url: URL, local: boolean, resolve: Resolve = lookup): Promise<void> {
  if (local && loopback.has(url.hostname)) return;
  if (url.protocol !== 'https:') throw new AddressRefused('not https');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await addressesOf(resolve, host);
  refuseInsideOf(addresses);
}

/** How names become addresses: node:dns's `lookup`, all of them. */
export type Resolve = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const addressesOf = (resolve: Resolve, host: string) =>
  promisify<LookupAddress[]>((callback) => resolve(host, { all: true }, callback))();

function refuseInsideOf(addresses: readonly LookupAddress[]): void {
  if (addresses.some(({ address, family }) => isInside(address, family)))
    throw new AddressRefused('an address of the inside');
}

/**
 * Resolves names for the connection itself. A name may mean another address by then than a moment before (DNS rebinding): only addresses that have
 * passed here are connected to. Those of refuseInside that are no names come without a look-up.
 */
export const lookupOutside =
  (local: boolean, resolve: Resolve = lookup): LookupFunction =>
  (hostname, { all }, callback) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      try {
        if (!(local && loopback.has(hostname))) refuseInsideOf(addresses);
      } catch (refusal) {
        return callback(refusal as AddressRefused, []); // refuseInsideOf throws nothing else
      }
      const [first] = addresses;
      if (all || !first) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/** @param family 4 or 6 */
export function isInside(address: string, family: number): boolean {
  const version = family === 6 ? 'ipv6' : 'ipv4';
  return inside[version].check(address, version);
}
