import { expect, it } from 'vitest';
import { findLooseContainers } from './containers.ts';
import { findMisfits, loadParse } from './environments.ts';
import { findLooseEnds, findMissingManifests } from './references.ts';
import { parseManifests, workloadsOf } from './rendered.ts';

const closed = `
kind: Deployment
metadata: { name: atlas }
spec:
  template:
    metadata: { labels: { app: atlas } }
    spec:
      automountServiceAccountToken: false
      securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: service
          image: registry.example:5000/atlas:1.2
          startupProbe: {}
          livenessProbe: {}
          readinessProbe: {}
          resources: { requests: { cpu: 1m, memory: 1Mi }, limits: { memory: 1Mi } }
          securityContext:
            { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
`;

function faultsAfter(from: string, to: string): string[] {
  expect(closed).toContain(from);
  return workloadsOf(parseManifests(closed.replace(from, to))).flatMap(findLooseContainers);
}

it('accepts a closed deployment', () => {
  expect(workloadsOf(parseManifests(closed)).flatMap(findLooseContainers)).toEqual([]);
});

it.each([
  ['automountServiceAccountToken: false', '', 'mounts a token of the cluster'],
  [
    'automountServiceAccountToken: false',
    'automountServiceAccountToken: false\n      hostNetwork: true',
    'network of the host',
  ],
  ['runAsNonRoot: true', 'runAsNonRoot: true, runAsUser: 0', 'service may run as root'],
  ['runAsNonRoot: true, ', '', 'service may run as root'],
  ['RuntimeDefault', 'Unconfined', 'seccomp'],
  ['readOnlyRootFilesystem: true, ', '', 'may write to its root file system'],
  ['allowPrivilegeEscalation: false', 'allowPrivilegeEscalation: true', 'may gain privileges'],
  ['drop: [ALL]', 'drop: [NET_RAW]', 'keeps capabilities'],
  ['cpu: 1m, ', '', 'requests no cpu'],
  ['limits: { memory: 1Mi }', '', 'has no limit of memory'],
  ['atlas:1.2', 'atlas', 'names no version'],
  ['atlas:1.2', 'atlas:latest', 'names no version'],
  ['startupProbe: {}', '', 'has no startupProbe'],
  ['livenessProbe: {}', '', 'has no livenessProbe'],
  ['readinessProbe: {}', '', 'has no readinessProbe'],
])('finds the gap when "%s" becomes "%s"', (from, to, fault) => {
  expect(faultsAfter(from, to)).toEqual([expect.stringContaining(`Deployment atlas: `)]);
  expect(faultsAfter(from, to)[0]).toContain(fault);
});

it('asks no probes of a job, which ends by itself', () => {
  expect(faultsAfter('kind: Deployment', 'kind: Job')).toEqual([]);
  const job = closed.replace('kind: Deployment', 'kind: Job').replace('livenessProbe: {}', '');
  expect(workloadsOf(parseManifests(job)).flatMap(findLooseContainers)).toEqual([]);
});

it('finds what a pod needs and nobody made, and a service that selects no pod', () => {
  const needy = closed.replace(
    'startupProbe: {}',
    'startupProbe: {}\n          envFrom: [{ secretRef: { name: atlas } }]',
  );
  const service = 'kind: Service\nmetadata: { name: globe }\nspec: { selector: { app: globe } }';
  expect(findLooseEnds(parseManifests(`${needy}---\n${service}`))).toEqual([
    'Deployment atlas: needs Secret atlas, which is not there',
    'Service globe: selects no pod',
  ]);
});

it('finds a service without manifests and an open network', () => {
  expect(findMissingManifests(parseManifests(closed), ['atlas'])).toEqual([
    'Service atlas: is missing',
    'ServiceAccount atlas: is missing',
    'PodDisruptionBudget atlas: is missing',
    'NetworkPolicy: none denies everything by default',
  ]);
  const deny =
    'kind: NetworkPolicy\nmetadata: { name: deny }\nspec: { podSelector: {}, policyTypes: [Ingress, Egress] }';
  expect(findMissingManifests(parseManifests(deny), [])).toEqual([]);
});

const supplied = `
${closed.replace(
  'startupProbe: {}',
  `startupProbe: {}
          env: [{ name: PORT, value: '80' }, { name: SEA, valueFrom: { secretKeyRef: { name: atlas, key: SEA } } }]
          envFrom: [{ configMapRef: { name: atlas } }, { secretRef: { name: globe } }]`,
)}---
kind: ConfigMap
metadata: { name: atlas }
data: { PORT: '1', SCALE: '5', KEY: plain }
---
kind: Secret
metadata: { name: globe }
data: { KEY: ${btoa('secret')} }
---
kind: Secret
metadata: { name: atlas }
data: { SEA: ${btoa('blue')}, LAND: ${btoa('green')} }
`;

it('gives a service what its pod would find: own variables over secrets over maps, and nothing else', async () => {
  const seen: unknown[] = [];
  const load = async () => (environment: unknown) => seen.push(environment);
  expect(await findMisfits(parseManifests(supplied), ['atlas', 'unknown'], load)).toEqual([]);
  expect(seen).toEqual([{ PORT: '80', SCALE: '5', KEY: 'secret', SEA: 'blue' }]);
});

it('finds a service that would not start with what it is given', async () => {
  const parse = await loadParse('crm');
  const faults = await findMisfits(parseManifests(supplied), ['atlas'], async () => parse);
  expect(faults).toEqual([expect.stringContaining('Deployment atlas: The environment does not fit: ')]);
  expect(faults[0]).toContain('LINK_SECRET');
});
