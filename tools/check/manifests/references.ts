import { type Labels, type Manifest, type Workload, workloadsOf } from './rendered.ts';

/** Names that lead nowhere: maps, secrets and accounts a pod needs, and services and budgets that select no pod. */
export function findLooseEnds(manifests: readonly Manifest[]): string[] {
  const workloads = workloadsOf(manifests);
  const known = new Set(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`));
  const missing = workloads.flatMap((workload) =>
    needsOf(workload)
      .filter((need) => !known.has(need))
      .map((need) => `${workload.title}: needs ${need}, which is not there`),
  );
  const idle = manifests
    .filter(({ kind }) => kind === 'Service' || kind === 'PodDisruptionBudget')
    .filter((manifest) => !workloads.some(({ labels }) => selects(selectorOf(manifest), labels)))
    .map(({ kind, metadata }) => `${kind} ${metadata.name}: selects no pod`);
  return [...missing, ...idle];
}

/** What each of our services must have beside its Deployment, and the closed door around all of them. */
export function findMissingManifests(manifests: readonly Manifest[], services: readonly string[]): string[] {
  const known = new Set(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`));
  const kinds = ['Deployment', 'Service', 'ServiceAccount', 'PodDisruptionBudget'];
  const wanted = services.flatMap((service) => kinds.map((kind) => `${kind} ${service}`));
  const missing = wanted.filter((object) => !known.has(object)).map((object) => `${object}: is missing`);
  return manifests.some(deniesEverything)
    ? missing
    : [...missing, 'NetworkPolicy: none denies everything by default'];
}

function needsOf({ pod }: Workload): string[] {
  const sources = pod.containers.flatMap(({ envFrom }) => envFrom ?? []);
  return [
    ...sources.flatMap(({ configMapRef }) => (configMapRef ? [`ConfigMap ${configMapRef.name}`] : [])),
    ...sources.flatMap(({ secretRef }) => (secretRef ? [`Secret ${secretRef.name}`] : [])),
    ...(pod.volumes ?? []).flatMap(({ secret }) => (secret ? [`Secret ${secret.secretName}`] : [])),
    ...(pod.volumes ?? []).flatMap(({ configMap }) => (configMap ? [`ConfigMap ${configMap.name}`] : [])),
    ...(pod.serviceAccountName === undefined ? [] : [`ServiceAccount ${pod.serviceAccountName}`]),
  ];
}

function selectorOf({ kind, spec }: Manifest): Labels {
  const selector = spec?.selector;
  // A Service lists the labels themselves, everything else puts them into matchLabels.
  return (kind === 'Service' ? selector : selector?.matchLabels) ?? {};
}

function selects(selector: Labels, labels: Labels): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

function deniesEverything({ kind, spec }: Manifest): boolean {
  const everyPod = spec?.podSelector !== undefined && Object.keys(spec.podSelector).length === 0;
  const bothWays = spec?.policyTypes?.includes('Ingress') === true && spec.policyTypes.includes('Egress');
  return (
    kind === 'NetworkPolicy' &&
    everyPod &&
    bothWays &&
    spec.ingress === undefined &&
    spec.egress === undefined
  );
}
