interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The parts of a package-lock.json (version 3) that matter here. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * Notes the optional packages that npm left out because the registry it was made with does not carry them (builds for other platforms): without
 * an entry `npm ci` refuses the whole lock. What is noted names another platform, so it is never installed here.
 */
export function completeLock<Whole extends Lock>(lock: Whole): { lock: Whole; added: string[] } {
  const packages: Record<string, LockedPackage> = { ...lock.packages };
  const added: string[] = [];
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(lock, path, name)) continue;
      packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
      added.push(name);
    }
  const sorted = Object.entries(packages).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** Whether a package is found from another one's folder upwards, as Node looks for it. */
function isLocked({ packages }: Lock, from: string, name: string): boolean {
  if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]) return true;
  if (from === '') return false;
  const end = from.lastIndexOf('/node_modules/');
  return isLocked({ packages }, end < 0 ? '' : from.slice(0, end), name);
}

/** Such packages carry their platform in their names. */
function platformOf(name: string): { os: string[]; cpu: string[] } {
  const os =
    /darwin|win32|windows|freebsd|android|openbsd|netbsd|openharmony|sunos|aix|linux/.exec(name)?.[0] ??
    'unknown';
  const cpu = /arm64|aarch64|x64|ia32|arm|ppc64|s390x|riscv64|loong64|wasm/.exec(name)?.[0] ?? 'unknown';
  return {
    os: [os.replace('windows', 'win32')],
    cpu: [cpu.replace('aarch64', 'arm64').replace('wasm', 'wasm32')],
  };
}
