import type { CertificateSigningRequest, CertManagerCertificate } from './certificate-objects.ts';
import type {
  ConfigMap,
  Event,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  KubernetesObject,
  Lease,
  LimitRange,
  Node,
  NodeMetrics,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  PodDisruptionBudget,
  PodMetrics,
  ResourceQuota,
  Secret,
  Service,
  StorageClass,
  VerticalPodAutoscaler,
  Workload,
} from './objects.ts';

/** A kind of object at the API server, with the type of what it answers. */
export interface Resource<T extends KubernetesObject = KubernetesObject> {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** Plural name, as RBAC and paths write it. */
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Never set; carries the type of the objects. */
  readonly of?: T;
}

const resource = <T extends KubernetesObject>(
  group: string,
  version: string,
  plural: string,
  kind: string,
  namespaced = true,
): Resource<T> => ({
  group,
  version,
  plural,
  kind,
  namespaced,
});

/** The resources that the product knows by name. */
export const resources = {
  pods: resource<Pod>('', 'v1', 'pods', 'Pod'),
  secrets: resource<Secret>('', 'v1', 'secrets', 'Secret'),
  serviceAccounts: resource<KubernetesObject>('', 'v1', 'serviceaccounts', 'ServiceAccount'),
  configMaps: resource<ConfigMap>('', 'v1', 'configmaps', 'ConfigMap'),
  services: resource<Service>('', 'v1', 'services', 'Service'),
  nodes: resource<Node>('', 'v1', 'nodes', 'Node', false),
  namespaces: resource<KubernetesObject>('', 'v1', 'namespaces', 'Namespace', false),
  persistentVolumes: resource<PersistentVolume>('', 'v1', 'persistentvolumes', 'PersistentVolume', false),
  persistentVolumeClaims: resource<PersistentVolumeClaim>('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
  deployments: resource<Workload>('apps', 'v1', 'deployments', 'Deployment'),
  statefulSets: resource<Workload>('apps', 'v1', 'statefulsets', 'StatefulSet'),
  daemonSets: resource<Workload>('apps', 'v1', 'daemonsets', 'DaemonSet'),
  disruptionBudgets: resource<PodDisruptionBudget>('policy', 'v1', 'poddisruptionbudgets', 'PodDisruptionBudget'),
  resourceQuotas: resource<ResourceQuota>('', 'v1', 'resourcequotas', 'ResourceQuota'),
  limitRanges: resource<LimitRange>('', 'v1', 'limitranges', 'LimitRange'),
  storageClasses: resource<StorageClass>('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass', false),
  podMetrics: resource<PodMetrics>('metrics.k8s.io', 'v1beta1', 'pods', 'PodMetrics'),
  events: resource<Event>('', 'v1', 'events', 'Event'),
  horizontalAutoscalers: resource<HorizontalPodAutoscaler>(
    'autoscaling',
    'v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
  ),
  verticalAutoscalers: resource<VerticalPodAutoscaler>(
    'autoscaling.k8s.io',
    'v1',
    'verticalpodautoscalers',
    'VerticalPodAutoscaler',
  ),
  certificateSigningRequests: resource<CertificateSigningRequest>(
    'certificates.k8s.io',
    'v1',
    'certificatesigningrequests',
    'CertificateSigningRequest',
    false,
  ),
  /** Not an object: the name of a signer stands for who may approve requests to it. */
  signers: resource<KubernetesObject>('certificates.k8s.io', 'v1', 'signers', 'Signer', false),
  certManagerCertificates: resource<CertManagerCertificate>('cert-manager.io', 'v1', 'certificates', 'Certificate'),
  jobs: resource<Job>('batch', 'v1', 'jobs', 'Job'),
  ingresses: resource<Ingress>('networking.k8s.io', 'v1', 'ingresses', 'Ingress'),
  leases: resource<Lease>('coordination.k8s.io', 'v1', 'leases', 'Lease'),
  nodeMetrics: resource<NodeMetrics>('metrics.k8s.io', 'v1beta1', 'nodes', 'NodeMetrics', false),
  validatingWebhooks: resource<KubernetesObject>(
    'admissionregistration.k8s.io',
    'v1',
    'validatingwebhookconfigurations',
    'ValidatingWebhookConfiguration',
    false,
  ),
  mutatingWebhooks: resource<KubernetesObject>(
    'admissionregistration.k8s.io',
    'v1',
    'mutatingwebhookconfigurations',
    'MutatingWebhookConfiguration',
    false,
  ),
} as const;
