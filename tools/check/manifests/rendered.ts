import { parseAllDocuments } from 'yaml';

/** The parts of a Kubernetes object that the rules look at; everything may be missing. */
export type Manifest = {
  kind: string;
  metadata: { name: string; labels?: Labels };
  /** Of a ConfigMap, in plain text; of a Secret, in base64. */
  data?: Readonly<Record<string, string>>;
  spec?: {
    selector?: Labels & { matchLabels?: Labels };
    podSelector?: { matchLabels?: Labels };
    policyTypes?: string[];
    ingress?: unknown[];
    egress?: unknown[];
    template?: { metadata?: { labels?: Labels }; spec: PodSpec };
  };
};

export type Labels = Readonly<Record<string, string>>;

export type PodSpec = {
  automountServiceAccountToken?: boolean;
  hostNetwork?: boolean;
  serviceAccountName?: string;
  securityContext?: SecurityContext;
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
};

export type Container = {
  name: string;
  image: string;
  startupProbe?: unknown;
  livenessProbe?: unknown;
  readinessProbe?: unknown;
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  securityContext?: SecurityContext;
  envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  env?: Variable[];
};

export type Variable = {
  name: string;
  value?: string;
  valueFrom?: { configMapKeyRef?: KeyRef; secretKeyRef?: KeyRef };
};

type KeyRef = { name: string; key: string };

type SecurityContext = {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  readOnlyRootFilesystem?: boolean;
  allowPrivilegeEscalation?: boolean;
  privileged?: boolean;
  capabilities?: { drop?: string[] };
  seccompProfile?: { type?: string };
};

type Volume = {
  hostPath?: unknown;
  secret?: { secretName: string };
  configMap?: { name: string };
};

/** A workload's pods: what Deployments, StatefulSets and Jobs have in common. */
export type Workload = { title: string; kind: string; labels: Labels; pod: PodSpec };

/** Reads what `kubectl kustomize` printed. Throws when it is not YAML. */
export function parseManifests(rendered: string): Manifest[] {
  return parseAllDocuments(rendered).map((document) => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    return document.toJS() as Manifest; // The schema is Kubernetes'; each rule copes with what is missing.
  });
}

export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  return manifests.flatMap(({ kind, metadata, spec }) =>
    spec?.template === undefined
      ? []
      : [
          {
            title: `${kind} ${metadata.name}`,
            kind,
            labels: spec.template.metadata?.labels ?? {},
            pod: spec.template.spec,
          },
        ],
  );
}
