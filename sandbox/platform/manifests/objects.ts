/** The pieces that the platform's manifests are made of. */
import { hostPort, PLATFORM_NAMESPACE, REGISTRY } from '../../network.ts';
import type { KubernetesObject } from '../cluster.ts';

/** The StorageClass that the sandbox's kubelets provision. */
export const STORAGE_CLASS = 'sandbox';
/** The ConfigMap with the platform's authorities: `ca.crt` is the root, `bundle.crt` the intermediate as well. */
export const CA_BUNDLE = 'phoenix-ca-bundle';

/** The ConfigMap with the key that the platform's images are signed with, as `cosign.pub`. */
export const SIGNING_KEYS = 'image-signing-keys';

/** The reference of one of the platform's images. */
export function image(name: string, tag: string): string {
  return `${hostPort(REGISTRY)}/phoenix/${name}:${tag}`;
}

/** A namespaced object of the platform. */
export function object(
  apiVersion: string,
  kind: string,
  name: string,
  content: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, string>> = {},
): KubernetesObject {
  const all = { 'app.kubernetes.io/part-of': 'phoenix-rooivalk', ...labels };
  return { apiVersion, kind, metadata: { name, namespace: PLATFORM_NAMESPACE, labels: all }, ...content };
}

/** A variable with a value. */
export function variable(name: string, value: string): object {
  return { name, value };
}

/** The variables by which every program learns which pod it runs in. */
export const POD_VARIABLES: readonly object[] = [
  { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
  { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
];

/** A headless Service: the sandbox's DNS answers it with the pods' addresses. */
export function service(name: string, ports: Readonly<Record<string, number>>, early = false): KubernetesObject {
  const list = Object.entries(ports).map(([port, number]) => ({ name: port, port: number, targetPort: number }));
  const spec = { clusterIP: 'None', selector: { app: name }, ports: list, publishNotReadyAddresses: early };
  return object('v1', 'Service', name, { spec }, { app: name });
}

/** A ServiceAccount without a token: most of the platform's pods have no business with the API. */
export function account(name: string): KubernetesObject {
  return object('v1', 'ServiceAccount', name, { automountServiceAccountToken: false });
}

/** A volume claim for a StatefulSet. */
export function claim(name: string, storage: string): object {
  return {
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], storageClassName: STORAGE_CLASS, resources: { requests: { storage } } },
  };
}

/** Volumes and where a container sees them. */
export interface Mounted {
  readonly volume: object;
  readonly mount: object;
}

/** A Secret or ConfigMap as a folder. */
export function folder(kind: 'secret' | 'configMap', source: string, path: string): Mounted {
  const name = `${kind.toLowerCase()}-${source}`;
  const from = kind === 'secret' ? { secret: { secretName: source } } : { configMap: { name: source } };
  return { volume: { name, ...from }, mount: { name, mountPath: path, readOnly: true } };
}

/** An empty folder of limited size. */
export function scratch(name: string, path: string, sizeLimit: string): Mounted {
  return { volume: { name, emptyDir: { sizeLimit } }, mount: { name, mountPath: path } };
}

/** A readiness probe that asks every second. */
export function ready(action: object): object {
  return { ...action, periodSeconds: 1, timeoutSeconds: 2, failureThreshold: 3 };
}

/** What a container asks for and may have. */
export function resources(cpu: string, memory: string, limit: string): object {
  return { requests: { cpu, memory }, limits: { memory: limit } };
}

/** A pod template. Replicas spread over the nodes. */
export function template(
  app: string,
  container: object,
  mounted: readonly Mounted[],
  mounts: readonly object[] = [],
): object {
  return {
    metadata: { labels: { app, 'app.kubernetes.io/part-of': 'phoenix-rooivalk' } },
    spec: {
      serviceAccountName: app,
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 5,
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'kubernetes.io/hostname',
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: { matchLabels: { app } },
        },
      ],
      containers: [{ ...container, volumeMounts: [...mounts, ...mounted.map(({ mount }) => mount)] }],
      volumes: mounted.map(({ volume }) => volume),
    },
  };
}

/** A StatefulSet that starts one pod after the other. */
export function statefulSet(app: string, replicas: number, pod: object, claims: readonly object[]): KubernetesObject {
  const spec = {
    serviceName: app,
    replicas,
    podManagementPolicy: 'OrderedReady',
    selector: { matchLabels: { app } },
    template: pod,
    volumeClaimTemplates: claims,
  };
  return object('apps/v1', 'StatefulSet', app, { spec }, { app });
}

/** A Deployment. */
export function deployment(app: string, replicas: number, pod: object): KubernetesObject {
  const spec = { replicas, selector: { matchLabels: { app } }, progressDeadlineSeconds: 60, template: pod };
  return object('apps/v1', 'Deployment', app, { spec }, { app });
}

/** How many pods may be away at once. */
export function disruptionBudget(app: string, maxUnavailable: number): KubernetesObject {
  const spec = { maxUnavailable, selector: { matchLabels: { app } } };
  return object('policy/v1', 'PodDisruptionBudget', app, { spec });
}
