/** What the parts of one kubelet share. */
import type { Api } from './api.ts';
import type { Events } from './events.ts';
import type { ImageStore } from './image-store.ts';
import type { PodInit } from './pod-init.ts';
import type { References } from './references.ts';

/** The node that this kubelet is. */
export interface NodeIdentity {
  readonly name: string;
  /** Its address, where the kubelet listens. */
  readonly address: string;
  /** What pods may use in all: `cpu` in cores, the rest in bytes or pieces. */
  readonly allocatable: Readonly<Record<string, number>>;
}

/** The services of one kubelet. */
export interface Services {
  readonly node: NodeIdentity;
  readonly api: Api;
  readonly events: Events;
  readonly images: ImageStore;
  readonly references: References;
  readonly podInit: PodInit;
  /** The address of the cluster's DNS server. */
  readonly dns: string;
  /** The folder below which each pod has one, named by its uid. */
  readonly pods: string;
}
