/** Every part of the sandbox. The order is the one in which people read them; what needs what is each part's own say. */
import { base } from './base.ts';
import { certManager } from './cert-manager.ts';
import { apiServer, controllerManager, scheduler } from './control-plane.ts';
import { dns } from './dns.ts';
import { etcd } from './etcd.ts';
import { github } from './github.ts';
import { kubelets } from './kubelets.ts';
import { objectStore } from './object-store.ts';
import type { Part } from './part.ts';
import { platform } from './platform.ts';
import { registry } from './registry.ts';
import { signer } from './signer.ts';

/** All parts of a sandbox. */
export const PARTS: readonly Part[] = [
  etcd,
  apiServer,
  controllerManager,
  scheduler,
  base,
  registry,
  dns,
  objectStore,
  github,
  signer,
  certManager,
  ...kubelets,
  platform,
];

/** The parts without Phoenix Rooivalk and its nodes: what `up --core` starts. */
export const CORE: readonly string[] = PARTS.filter((part) => part !== platform && !kubelets.includes(part)).map(
  ({ name }) => name,
);
