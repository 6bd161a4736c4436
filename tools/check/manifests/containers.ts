import type { Container, Workload } from './rendered.ts';

/** What a pod and each of its containers lack: probes, resources, and the narrow rights they run with. */
export function findLooseContainers(workload: Workload): string[] {
  const { pod, title } = workload;
  const containers = [...(pod.initContainers ?? []), ...pod.containers];
  const faults = [
    ...describePod(workload),
    ...containers.flatMap((container) => describeRights(container, workload)),
    ...containers.flatMap(describeResources),
    ...(workload.kind === 'Job' ? [] : pod.containers.flatMap(describeProbes)),
  ];
  return faults.map((fault) => `${title}: ${fault}`);
}

function describePod({ pod }: Workload): string[] {
  return tell({
    'mounts a token of the cluster': pod.automountServiceAccountToken !== false,
    'uses the network of the host': pod.hostNetwork === true,
    'mounts a path of the host': pod.volumes?.some((volume) => volume.hostPath !== undefined) === true,
  });
}

function describeRights({ name, securityContext: own = {} }: Container, { pod }: Workload): string[] {
  const inherited = { ...pod.securityContext, ...own };
  return tell({
    [`${name} may run as root`]: inherited.runAsNonRoot !== true || inherited.runAsUser === 0,
    [`${name} has no RuntimeDefault seccomp profile`]: inherited.seccompProfile?.type !== 'RuntimeDefault',
    [`${name} may write to its root file system`]: own.readOnlyRootFilesystem !== true,
    [`${name} may gain privileges`]: own.allowPrivilegeEscalation !== false || own.privileged === true,
    [`${name} keeps capabilities`]: own.capabilities?.drop?.includes('ALL') !== true,
  });
}

function describeResources({ name, resources, image }: Container): string[] {
  return tell({
    [`${name} requests no cpu`]: resources?.requests?.['cpu'] === undefined,
    [`${name} requests no memory`]: resources?.requests?.['memory'] === undefined,
    [`${name} has no limit of memory`]: resources?.limits?.['memory'] === undefined,
    [`${name} runs ${image}, which names no version`]: !/:(?!latest$)[^/]+$/.test(image),
  });
}

function describeProbes(container: Container): string[] {
  return tell({
    [`${container.name} has no startupProbe`]: container.startupProbe === undefined,
    [`${container.name} has no livenessProbe`]: container.livenessProbe === undefined,
    [`${container.name} has no readinessProbe`]: container.readinessProbe === undefined,
  });
}

function tell(faults: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(faults).filter((fault) => faults[fault]);
}
