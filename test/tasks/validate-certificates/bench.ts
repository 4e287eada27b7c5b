import { platform } from '../../../src/domain/configuration/platform.ts';
import { thresholds } from '../../../src/domain/configuration/thresholds.ts';
import { windows } from '../../../src/domain/configuration/windows.ts';
import type { Finding } from '../../../src/domain/finding/finding.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import { carryOut } from '../../../src/pipeline/carry-out/carry-out.ts';
import type { Environment } from '../../../src/pipeline/carry-out/environment.ts';
import task from '../../../src/tasks/validate-certificates/index.ts';
import { authorityAndServer, base64, type Made, type Wanted } from '../../certificates/made.ts';
import { FakeCertificates } from '../../fakes/certificates/fake-certificates.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';

/** Tuesday, 24 November 2026, 02:00 UTC. */
export const now = Date.UTC(2026, 10, 24, 2);
export const namespace = 'phoenix-rooivalk';

/** A platform whose certificates are as a test wants them. */
export class Bench {
  readonly cluster = new FakeCluster({ now: () => now, task: 'validate-certificates' });
  readonly certificates = new FakeCertificates();
  readonly root: Made;
  readonly server: Made;
  readonly configuration: Record<string, unknown>;

  constructor(root: Made, server: Made, configuration: Record<string, unknown>) {
    this.root = root;
    this.server = server;
    this.configuration = configuration;
  }

  /** A gateway of three pods that serve what its Secret holds, all of it good, unless `server` says otherwise. */
  static async good(server: Wanted = {}, configuration: Record<string, unknown> = {}): Promise<Bench> {
    const names = ['api-gateway.phoenix-rooivalk.svc', 'api.example'];
    const pair = await authorityAndServer({ dns: names, ...server });
    const bench = new Bench(pair.root, pair.server, configuration);
    bench.secret('api-gateway-tls', pair.server.pem, pair.server.keyPem, { 'ca.crt': base64(pair.root.pem) });
    for (const name of ['a', 'b', 'c']) bench.pod(`api-gateway-${name}`, pair.server.pem);
    return bench;
  }

  /** Put a TLS Secret there. */
  secret(name: string, pem: string, keyPem: string, data: Record<string, string> = {}, annotations = {}): void {
    this.cluster.add(resources.secrets, {
      metadata: { name, namespace, annotations },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': base64(pem), 'tls.key': base64(keyPem), ...data },
    });
  }

  /** A ready pod of the gateway that serves this. */
  pod(name: string, pem: string, labels: Record<string, string> = { app: 'api-gateway' }, port = 8443): void {
    this.cluster.add(resources.pods, {
      metadata: { name, namespace, labels },
      spec: { containers: [{ name: 'gateway', ports: [{ name: 'https', containerPort: port }] }] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
    });
    this.certificates.serve({ kind: 'pod', namespace, pod: name, port }, pem);
  }

  /** The whole task, as the engine carries it out. */
  run(): Promise<TaskOutcome> {
    const environment = {
      ports: { cluster: this.cluster, certificates: this.certificates },
      platform: platform.parse({ certificates: this.configuration }),
      thresholds: thresholds.parse({}),
      calendar: { windows: Object.values(windows.parse({})), blackouts: [] },
      clock: { now: () => now, monotonic: () => 0, sleep: () => new Promise<void>(() => undefined) },
      signal: new AbortController().signal,
      progress: () => undefined,
      executor: () => Promise.reject(new TypeError('validate-certificates takes no steps')),
      changing: { mode: 'plan' },
    } as unknown as Environment;
    return carryOut(task, { inputs: { 'handshake-timeout': 5000 }, phase: 'main' }, environment);
  }

  /** `code severity subject`, without what is said every night. */
  async findings(): Promise<readonly string[]> {
    const { findings } = await this.run();
    return findings.filter((finding) => finding.code !== 'others-not-looked-at').map(brief);
  }
}

export const brief = ({ severity, code, subject }: Finding): string => `${severity} ${code} ${subject}`;
