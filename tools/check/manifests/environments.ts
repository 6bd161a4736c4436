import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Container, type Manifest, type Variable, workloadsOf } from './rendered.ts';

type Environment = Readonly<Record<string, string>>;

/** Reads a service's configuration from its environment. Throws, naming each variable that does not fit. */
export type Parse = (environment: Environment) => unknown;

/** The `parse` of a service's own `config.ts`. Rejects when there is none. */
export async function loadParse(service: string): Promise<Parse> {
  const file = pathToFileURL(join(process.cwd(), 'services', service, 'src/config.ts'));
  const { parse } = (await import(file.href)) as { parse?: Parse }; // the file is the service's; what it exports is looked at next
  if (typeof parse !== 'function') throw new Error(`${file.pathname} exports no parse`);
  return parse;
}

/** Services that would not start with what their Deployment gives them. */
export async function findMisfits(
  manifests: readonly Manifest[],
  services: readonly string[],
  load: (service: string) => Promise<Parse> = loadParse,
): Promise<string[]> {
  const found = await Promise.all(
    services.map(async (service) => describeMisfit(manifests, service, await load(service))),
  );
  return found.flat();
}

function describeMisfit(manifests: readonly Manifest[], service: string, parse: Parse): string[] {
  const title = `Deployment ${service}`;
  const container = workloadsOf(manifests).find((workload) => workload.title === title)?.pod.containers[0];
  if (container === undefined) return []; // that it is missing is told elsewhere
  try {
    parse(environmentOf(manifests, container));
    return [];
  } catch (error) {
    return [`${title}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What a container finds in its environment, as far as the render knows it: later sources win, single variables over all of them. */
function environmentOf(manifests: readonly Manifest[], { env = [], envFrom = [] }: Container): Environment {
  const sources = envFrom.map(({ configMapRef, secretRef }) => ({
    ...(configMapRef && mapOf(manifests, configMapRef.name)),
    ...(secretRef && secretOf(manifests, secretRef.name)),
  }));
  const single = env.map((variable) => [variable.name, valueOf(manifests, variable)] as const);
  const known = single.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.assign({}, ...sources, Object.fromEntries(known)) as Environment; // texts by name, all of them
}

function valueOf(manifests: readonly Manifest[], { value, valueFrom }: Variable): string | undefined {
  if (value !== undefined) return value;
  const { configMapKeyRef, secretKeyRef } = valueFrom ?? {};
  if (configMapKeyRef) return mapOf(manifests, configMapKeyRef.name)[configMapKeyRef.key];
  return secretKeyRef && secretOf(manifests, secretKeyRef.name)[secretKeyRef.key];
}

const dataOf = (manifests: readonly Manifest[], kind: string, name: string): Environment =>
  manifests.find((one) => one.kind === kind && one.metadata.name === name)?.data ?? {};

const mapOf = (manifests: readonly Manifest[], name: string): Environment =>
  dataOf(manifests, 'ConfigMap', name);

const secretOf = (manifests: readonly Manifest[], name: string): Environment =>
  Object.fromEntries(
    Object.entries(dataOf(manifests, 'Secret', name)).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]),
  );
