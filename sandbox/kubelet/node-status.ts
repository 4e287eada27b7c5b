/** The Node object: registered, kept alive by its status and its Lease, and made ill on request. */
import { readFileSync } from 'node:fs';
import { arch, release } from 'node:os';
import { KUBELET_PORT } from '../network.ts';
import { type Api, ApiError } from './api.ts';
import type { ObjectMeta } from './objects.ts';
import type { NodeIdentity } from './services.ts';

/**
 * The annotation of a Node by which a fault acts on it: a comma-separated list of `not-ready`, `disk-pressure`,
 * `memory-pressure` and `pid-pressure`. The kubelet sees it within one heartbeat and takes the conditions back when it
 * goes.
 */
export const FAULT_ANNOTATION = 'rooivalk.sandbox/fault';
/** How often the kubelet looks at its Node, writes its status, and renews its Lease. */
export const HEARTBEAT_MS = 2_000;

/**
 * What pods of one node may use in all; nothing is enforced. Nodes are small, so that a fault can really use up what one
 * has (a busy thread, a gigabyte) on any machine that runs the sandbox.
 */
export const ALLOCATABLE = { cpu: 1, memory: 1.5 * 2 ** 30, 'ephemeral-storage': 2 ** 30, pods: 110 } as const;

const LEASE_SECONDS = 40;
/** A status that does not change is written all the same after this, as kubelets do. */
const REPORT_MS = 300_000;
const VERSION = 'v1.37.2';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly lastHeartbeatTime: string;
  readonly lastTransitionTime: string;
}

interface Node {
  readonly metadata: ObjectMeta;
  readonly status?: { readonly conditions?: readonly Condition[] };
}

/** Keeps one Node. */
export class NodeStatus {
  readonly #api: Api;
  readonly #node: NodeIdentity;
  #uid = '';
  #faults: ReadonlySet<string> = new Set();
  #written = '';
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(api: Api, node: NodeIdentity) {
    this.#api = api;
    this.#node = node;
  }

  get uid(): string {
    return this.#uid;
  }

  /** The faults that the Node's annotation asks for. */
  get faults(): ReadonlySet<string> {
    return this.#faults;
  }

  /** Creates the Node if there is none, and shows it as ready. */
  async register(): Promise<void> {
    const { name, address } = this.#node;
    const labels = {
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': arch() === 'x64' ? 'amd64' : arch(),
    };
    try {
      const body = {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name, labels },
        spec: { podCIDR: `${address.replace(/\d+$/, '0')}/24` },
      };
      await this.#api.create('/api/v1/nodes', body);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error;
    }
    await this.beat();
  }

  /** One heartbeat: reads the faults, writes the status where it changed, renews the Lease. */
  async beat(): Promise<void> {
    const path = `/api/v1/nodes/${this.#node.name}`;
    const node = await this.#api.get<Node>(path);
    this.#uid = node.metadata.uid;
    const wanted = node.metadata.annotations?.[FAULT_ANNOTATION] ?? '';
    this.#faults = new Set(
      wanted
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    );
    const conditions = this.#conditions(node.status?.conditions ?? []);
    const signature = JSON.stringify(conditions.map(({ type, status }) => [type, status]));
    const current = JSON.stringify(
      conditions.map(({ type }) => [type, node.status?.conditions?.find((c) => c.type === type)?.status]),
    );
    const stale = performance.now() - this.#writtenAt > REPORT_MS;
    if (signature !== this.#written || signature !== current || stale) {
      await this.#api.patch(`${path}/status`, { status: { ...this.#facts(), conditions } });
      this.#written = signature;
      this.#writtenAt = performance.now();
    }
    await this.#renew();
  }

  #conditions(before: readonly Condition[]): Condition[] {
    const now = new Date().toISOString();
    const make = (type: string, status: boolean, reason: string, message: string): Condition => {
      const text = status ? 'True' : 'False';
      const known = before.find((condition) => condition.type === type);
      const since = known?.status === text ? known.lastTransitionTime : now;
      return { type, status: text, reason, message, lastHeartbeatTime: now, lastTransitionTime: since };
    };
    const pressure = (type: string, fault: string, has: string): Condition => {
      const ill = this.#faults.has(fault);
      return make(
        type,
        ill,
        `KubeletHas${ill ? '' : 'Sufficient'}${has}`,
        `kubelet has ${ill ? 'insufficient' : 'sufficient'} ${has}`,
      );
    };
    const ready = !this.#faults.has('not-ready');
    return [
      pressure('MemoryPressure', 'memory-pressure', 'Memory'),
      make(
        'DiskPressure',
        this.#faults.has('disk-pressure'),
        this.#faults.has('disk-pressure') ? 'KubeletHasDiskPressure' : 'KubeletHasNoDiskPressure',
        this.#faults.has('disk-pressure') ? 'kubelet has disk pressure' : 'kubelet has no disk pressure',
      ),
      pressure('PIDPressure', 'pid-pressure', 'PID'),
      make(
        'Ready',
        ready,
        ready ? 'KubeletReady' : 'KubeletNotReady',
        ready ? 'kubelet is posting ready status' : 'a fault of the sandbox asks for it',
      ),
    ];
  }

  #facts(): object {
    const { name, address, allocatable } = this.#node;
    const capacity = Object.fromEntries(Object.entries(allocatable).map(([key, value]) => [key, String(value)]));
    return {
      addresses: [
        { type: 'InternalIP', address },
        { type: 'Hostname', address: name },
      ],
      capacity,
      allocatable: capacity,
      daemonEndpoints: { kubeletEndpoint: { Port: KUBELET_PORT } },
      // From 1.36 on, the API server then passes WebSockets of exec and port-forward on as they are.
      declaredFeatures: ['ExtendWebSocketsToKubelet'],
      nodeInfo: {
        machineID: name,
        systemUUID: name,
        bootID: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
        kernelVersion: release(),
        osImage: 'Rooivalk sandbox',
        containerRuntimeVersion: 'rooivalk://1.0.0',
        kubeletVersion: VERSION,
        kubeProxyVersion: '',
        operatingSystem: 'linux',
        architecture: arch() === 'x64' ? 'amd64' : arch(),
      },
    };
  }

  async #renew(): Promise<void> {
    const { name } = this.#node;
    const collection = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
    const renewTime = new Date().toISOString().replace('Z', '000Z');
    const spec = { holderIdentity: name, leaseDurationSeconds: LEASE_SECONDS, renewTime };
    try {
      await this.#api.patch(`${collection}/${name}`, { spec });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name, uid: this.#uid }];
      const metadata = { name, namespace: 'kube-node-lease', ownerReferences };
      await this.#api.create(collection, { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec });
    }
  }
}
