import { BlockList, isIP } from 'node:net';
import { open, type CityResponse } from 'maxmind';
import { Type, type Static } from 'typebox';

const Name = Type.Union([Type.Object({ zh: Type.String(), en: Type.String() }), Type.Null()]);

export const Place = Type.Object(
  {
    address: Type.String(),
    kind: Type.Enum(['internet', 'local-network', 'this-machine', 'unknown']),
    country: Name,
    city: Name,
  },
  {
    title: 'Place',
    description: 'Where a network address is; country and city where the system has a file of places.',
  },
);

/** Tells where an address is. */
export type FindPlace = (address: string) => Static<typeof Place>;

/** @param file an MMDB file (GeoLite2-City or alike) @throws when there is a name of one but no such file */
export async function openPlaces(file: string | undefined): Promise<FindPlace> {
  const places = file === undefined ? undefined : await open<CityResponse>(file);
  return (address) => {
    const kind = kindOf(address);
    const found = kind === 'internet' ? places?.get(address) : undefined;
    return { address, kind, country: nameOf(found?.country) ?? null, city: nameOf(found?.city) ?? null };
  };
}

const local = blocks([
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
  ['fc00::', 7],
  ['fe80::', 10],
]);
const machine = blocks([
  ['127.0.0.0', 8],
  ['::1', 128],
]);

function blocks(list: readonly (readonly [string, number])[]): BlockList {
  const made = new BlockList();
  for (const [network, prefix] of list) made.addSubnet(network, prefix, family(network));
  return made;
}

function kindOf(address: string): Static<typeof Place>['kind'] {
  if (isIP(address) === 0) return 'unknown';
  if (machine.check(address, family(address))) return 'this-machine';
  return local.check(address, family(address)) ? 'local-network' : 'internet';
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** The names a file of places has of one. */
interface Named {
  readonly names: { readonly en: string; readonly 'zh-CN'?: string };
}

const nameOf = (part: Named | undefined) =>
  part && { zh: part.names['zh-CN'] ?? part.names.en, en: part.names.en };
