/** What the platform needs of the cluster around it: namespaces, storage, and the ways in. */

import { PROVISIONER } from '../../kubelet/storage.ts';
import { PLATFORM_NAMESPACE } from '../../network.ts';
import type { KubernetesObject } from '../cluster.ts';
import { object, STORAGE_CLASS } from './objects.ts';

/** The namespace of Rooivalk Maintenance itself: its Lease, journal and state. */
export const MAINTENANCE_NAMESPACE = 'rooivalk-maintenance';

function namespace(name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** The namespaces and the StorageClass, which everything else needs. */
export function foundation(): KubernetesObject[] {
  return [
    namespace(PLATFORM_NAMESPACE),
    namespace(MAINTENANCE_NAMESPACE),
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: STORAGE_CLASS, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
      provisioner: PROVISIONER,
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
    },
  ];
}

function ingress(name: string, host: string, secretName: string, service: string, port: number): KubernetesObject {
  const backend = { service: { name: service, port: { number: port } } };
  const rules = [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }];
  return object('networking.k8s.io/v1', 'Ingress', name, { spec: { tls: [{ hosts: [host], secretName }], rules } });
}

/** The hosts by which the world knows the platform. */
export function ingresses(): KubernetesObject[] {
  return [
    ingress('api', 'api.phoenix-rooivalk.example', 'api-gateway-tls', 'api-gateway', 8443),
    ingress('portal', 'portal.phoenix-rooivalk.example', 'portal-tls', 'api-gateway', 8443),
    ingress('partners', 'partners.phoenix-rooivalk.example', 'partner-feed-tls', 'api-gateway', 8443),
    ingress('field-radio', 'field-radio.phoenix-rooivalk.example', 'field-radio-tls', 'api-gateway', 8443),
  ];
}
