import { X509Certificate } from 'node:crypto';
import type { Pod, Secret } from '../../../src/domain/kubernetes/objects.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import task from '../../../src/tasks/renew-certificates/index.ts';
import { base64, type Made, made, type Wanted } from '../../certificates/made.ts';
import { type Instead, Scene } from '../../contracts/task-scene.ts';
import type { World } from '../../contracts/world.ts';
import { type Fate, WorkloadController } from '../../fakes/cluster/workload-controller.ts';
import { testNow } from '../environment.ts';
import { addGateway, addTwin } from './gateway-objects.ts';
import { Issuers, inDays, kept, namespace, serverOf } from './issuers.ts';

const day = 86_400_000;

/** What the pods of the gateway make of a changed Secret: read it once, follow it, or never look again. */
export type Habit = 'reads-at-start' | 'follows' | 'ignores';

/** What a test may have otherwise. */
export interface BenchTraits {
  readonly habit?: Habit;
  readonly fate?: Fate;
  /** The section `certificates` of the platform. */
  readonly certificates?: Record<string, unknown>;
  readonly platform?: Record<string, unknown>;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Made once for a test file: a world reads them and changes neither. */
let usualRoot: Promise<Made> | undefined;
let usualIssuing: Promise<Made> | undefined;

const madeBelow = (root: Made, otherwise: Wanted = {}): Promise<Made> =>
  made({ name: 'Issuing', issuer: root, authority: { pathLength: 0 }, notAfter: inDays(900), ...otherwise });

/** An authority in a Secret, a gateway of three pods that serves a certificate, and others that nobody mounts. */
export class Bench extends Issuers {
  readonly #traits: BenchTraits;
  /** What each pod serves, by its name and the version that it was made with. */
  readonly #serving = new Map<string, string>();
  readonly #names: string[] = [];
  #controller: WorkloadController | undefined;

  private constructor(root: Made, issuing: Made, traits: BenchTraits) {
    super(root, issuing);
    this.#traits = traits;
  }

  static async make(traits: BenchTraits = {}, issuing: Wanted = {}): Promise<Bench> {
    usualRoot ??= made({ name: 'Root', authority: true, notAfter: inDays(3000) });
    const root = await usualRoot;
    if (Object.keys(issuing).length > 0) return Bench.of(root, await madeBelow(root, issuing), traits);
    usualIssuing ??= madeBelow(root);
    return Bench.of(root, await usualIssuing, traits);
  }

  /** With authorities that were made before: two such worlds are the same. */
  static of(root: Made, issuing: Made, traits: BenchTraits = {}): Bench {
    const bench = new Bench(root, issuing, traits);
    bench.#furnish();
    return bench;
  }

  /** A TLS Secret whose certificate of ninety days has so many left. */
  async secret(name: string, left: number, wanted: Wanted = {}, more: Partial<Secret> = {}): Promise<Made> {
    const certificate = await made({ ...serverOf(name, left, this.issuing), ...wanted });
    this.hold(name, certificate, more);
    return certificate;
  }

  /** A TLS Secret with a certificate that was made before. */
  hold(name: string, certificate: Made, more: Partial<Secret> = {}): void {
    const { metadata, data, ...rest } = more;
    this.cluster.add(resources.secrets, {
      type: 'kubernetes.io/tls',
      ...rest,
      metadata: { name, namespace, ...metadata },
      data: {
        'tls.crt': base64(certificate.pem, this.issuing.pem),
        'tls.key': base64(certificate.keyPem),
        'ca.crt': base64(this.root.pem),
        ...data,
      },
    });
    if (!this.#names.includes(name)) this.#names.push(name);
  }

  /** The gateway, which mounts `secret` and serves it on port 8443. Its Secret has to be there. */
  gateway(
    secret = 'api-gateway-tls',
    template: Record<string, unknown> = {},
    spec: Record<string, unknown> = {},
  ): void {
    addGateway(this.cluster, secret, template, spec);
    this.#controller = new WorkloadController(this.cluster, this.#traits.fate);
    this.#controller.reconcile();
    this.onIssued = () => this.#note(secret);
    this.cluster.onChange(() => this.#note(secret));
    this.#note(secret);
    this.certificates.onServed((endpoint) =>
      endpoint.kind === 'pod' && endpoint.port === 8443 ? this.#servedBy(endpoint.pod) : undefined,
    );
  }

  /** Another workload that mounts the gateway's Secret, and goes on with what it read first whatever happens. */
  gatewayTwin(): void {
    addTwin(this.cluster);
    this.#controller?.reconcile();
    const first = Buffer.from(this.#stored('api-gateway-tls').data?.['tls.crt'] ?? '', 'base64').toString();
    this.certificates.onServed((endpoint) =>
      endpoint.kind === 'pod' && endpoint.pod.startsWith('blockchain-node') ? first : undefined,
    );
  }

  /** Do something right after the gateway's template was changed, once. */
  onRolled(act: () => void): void {
    let done = false;
    this.cluster.onChange(({ resource, name }) => {
      if (done || resource.plural !== 'deployments' || name !== 'api-gateway') return;
      done = true;
      act();
    });
  }

  /** Pods refuse every handshake from now on, or fail so. */
  silence(error?: PortError): void {
    const refused = (subject: string) =>
      new PortError({ code: 'failed', subject, message: `${subject} did not complete a TLS handshake` });
    this.certificates.onServed((endpoint) =>
      endpoint.kind === 'pod' ? (error ?? refused(`pod/${endpoint.pod}`)) : undefined,
    );
  }

  /** An Ingress that uses a Secret. */
  ingress(name: string, secretName: string): void {
    this.cluster.add(resources.ingresses, {
      metadata: { name, namespace },
      spec: { tls: [{ hosts: [`${name}.example`], secretName }] },
    });
  }

  damage(name: string): void {
    this.cluster.edit(resources.secrets, namespace, name, (draft) => {
      draft.data['tls.crt'] = base64('nothing');
    });
  }

  remove(name: string): void {
    this.cluster.remove(resources.secrets, namespace, name);
  }

  /** The configuration: every Secret that was made is watched, the authority issues. */
  platform(): Record<string, unknown> {
    const certificates = {
      secrets: [...this.#names],
      issuers: [
        {
          name: 'own',
          authority: { secret: 'issuing-ca', public: { 'config-map': 'authorities', key: 'bundle.crt' } },
        },
      ],
      ...this.#traits.certificates,
    };
    const gateway = this.#names.includes('api-gateway-tls') ? {} : { 'tls-secret': this.#names[0] };
    return { workloads: { gateway }, ...this.#traits.platform, certificates };
  }

  scene(): Scene {
    return new Scene(task, this.world());
  }

  world(): World {
    return {
      ports: { cluster: this.cluster, certificates: this.certificates },
      changes: () => this.cluster.changes().map(({ verb, name }) => `${verb} ${name.replace(/-[0-9a-f]{32}$/, '')}`),
      subjects: () => ({ secrets: this.#names.map((name) => this.held(name)), mark: this.mark() }),
      platform: this.platform(),
      inputs: { 'pick-up-within': '3s', 'ready-within': '10s', ...this.#traits.inputs },
    };
  }

  run(instead: Instead = {}): Promise<TaskOutcome> {
    return this.scene().carryOut(instead);
  }

  /** Serial, days left and key of what a Secret holds. */
  held(name: string) {
    const { data } = this.#stored(name);
    const pem = Buffer.from(data?.['tls.crt'] ?? '', 'base64').toString();
    const certificate = new X509Certificate(pem);
    return {
      serial: certificate.serialNumber.toLowerCase(),
      left: Math.round((Date.parse(certificate.validTo) - testNow) / day),
      key: data?.['tls.key'],
      blocks: pem.split('BEGIN CERTIFICATE').length - 1,
    };
  }

  /** Serials that the gateway's pods serve now, each once. */
  served(): readonly string[] {
    const gateway = this.#pods().filter(({ metadata }) => metadata.name.startsWith('api-gateway'));
    const serials = gateway.map((pod) => {
      const pem = this.#servedBy(pod.metadata.name);
      return new X509Certificate(pem ?? '').serialNumber.toLowerCase();
    });
    return [...new Set(serials)];
  }

  /** The annotation by which the gateway was rolled. */
  mark(): string | undefined {
    const found = this.cluster.snapshot()[`deployments.apps/${namespace}/api-gateway`] as
      | { spec: { template: { metadata: { annotations: Record<string, string> } } } }
      | undefined;
    return found?.spec.template.metadata.annotations['rooivalk.maintenance/reloaded'];
  }

  /** Names of Secrets that are kept. */
  kept(): readonly string[] {
    return Object.keys(this.cluster.snapshot()).filter((key) => key.startsWith(`secrets/${kept}/`));
  }

  /** A person puts another certificate into a Secret. */
  async meddle(name: string): Promise<string> {
    const other = await made({ name, issuer: this.issuing, dns: [`${name}.example`], notAfter: inDays(50) });
    this.cluster.edit(resources.secrets, namespace, name, (draft) => {
      draft.data = { ...draft.data, 'tls.crt': base64(other.pem), 'tls.key': base64(other.keyPem) };
    });
    return this.held(name).serial;
  }

  #furnish(): void {
    for (const name of [kept, namespace]) this.cluster.add(resources.namespaces, { metadata: { name } });
    this.cluster.add(resources.secrets, {
      metadata: { name: 'issuing-ca', namespace },
      data: { 'tls.crt': base64(this.issuing.pem), 'tls.key': base64(this.issuing.keyPem) },
    });
    this.cluster.add(resources.configMaps, {
      metadata: { name: 'authorities', namespace },
      data: { 'bundle.crt': this.root.pem + this.issuing.pem },
    });
  }

  #stored(name: string): Secret {
    return this.cluster.snapshot()[`secrets/${namespace}/${name}`] as Secret;
  }

  #pods(): readonly Pod[] {
    return Object.entries(this.cluster.snapshot()).flatMap(([key, object]) =>
      key.startsWith('pods/') ? [object as Pod] : [],
    );
  }

  /** Pods that are new read the Secret now; those that follow it always do. */
  #note(secret: string): void {
    const habit = this.#traits.habit ?? 'reads-at-start';
    const pem = Buffer.from(this.#stored(secret).data?.['tls.crt'] ?? '', 'base64').toString();
    const pods = this.#pods();
    const first = this.#serving.get('first') ?? pem;
    this.#serving.set('first', first);
    for (const { metadata } of pods) {
      const known = this.#serving.has(metadata.name);
      if (habit === 'follows' || !known) this.#serving.set(metadata.name, habit === 'ignores' ? first : pem);
    }
    for (const name of this.#serving.keys()) {
      if (name !== 'first' && !pods.some(({ metadata }) => metadata.name === name)) this.#serving.delete(name);
    }
  }

  #servedBy(pod: string): string | undefined {
    return this.#serving.get(pod);
  }
}
