import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxConfiguration } from '../../../sandbox/act/configuration.ts';
import { withToken } from '../../../sandbox/act/login.ts';
import { sandboxState } from '../../../sandbox/supervisor/enter.ts';
import { tool } from '../../../sandbox/toolchain/index.ts';
import { connectKubernetes } from '../../../src/adapters/kubernetes/connect.ts';
import type { KubernetesCluster } from '../../../src/adapters/kubernetes/kubernetes-cluster.ts';
import { openMaintenance } from '../../../src/adapters/kubernetes/maintenance.ts';
import type { Configuration } from '../../../src/domain/configuration/configuration.ts';
import { readConfiguration } from '../../../src/domain/configuration/read.ts';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { Resource } from '../../../src/domain/kubernetes/resources.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import type { Permission } from '../../../src/domain/task/permissions.ts';
import { carryOut } from '../../../src/pipeline/carry-out/carry-out.ts';
import type { Ports } from '../../../src/ports/index.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { Process } from '../../../src/runtime/process.ts';
import { Redactor } from '../../../src/runtime/redactor.ts';
import { makePorts } from '../../../src/runtime/wiring/ports.ts';
import type { AnyTask } from '../../../src/tasks/contract.ts';
import { loadAllTasks } from '../../../src/tasks/registry.ts';
import { maintenanceNamespace } from '../../../tools/sync/identity.ts';
import { identityObjects } from '../../../tools/sync/rbac.ts';

interface Closable {
  close(): Promise<void>;
}

interface Applied {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly rules?: unknown;
}

const rbac = (plural: string, kind: string, namespaced: boolean): Resource => ({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  plural,
  kind,
  namespaced,
});
const roleResources: Readonly<Record<string, Resource>> = {
  Role: rbac('roles', 'Role', true),
  ClusterRole: rbac('clusterroles', 'ClusterRole', false),
};

/** What the sandbox's runs are configured with. Bucket and registry are the sandbox's alone: outside they are refused at once. */
export async function sandboxPlatform(): Promise<Configuration> {
  const inputs = Object.fromEntries((await loadAllTasks()).map((task) => [task.id, task.inputs]));
  const text = sandboxConfiguration({ window: 'daily', opensAt: Date.now() });
  const read = readConfiguration(text, 'maintenance.yml', inputs);
  if ('errors' in read) throw new TypeError(JSON.stringify(read.errors));
  const { platform } = read.configuration;
  const backups = { ...platform.backups, endpoint: 'http://127.0.0.1:1' };
  return { ...read.configuration, platform: { ...platform, backups } };
}

interface Rights {
  readonly task: AnyTask;
  readonly configuration: Configuration;
  readonly name: string;
  readonly objects: readonly Applied[];
}

/** An identity of the sandbox with exactly the rights of a generated manifest, for one test. */
export class TestIdentity {
  readonly cluster: KubernetesCluster;
  readonly #rights: Rights;
  readonly #folder: string;
  readonly #admin: KubernetesCluster;
  readonly #open: Closable[] = [];

  private constructor(rights: Rights, folder: string, admin: KubernetesCluster, cluster: KubernetesCluster) {
    this.#rights = rights;
    this.#folder = folder;
    this.#admin = admin;
    this.cluster = cluster;
  }

  /**
   * Apply the manifest of one task, with its changes unless said otherwise, and log in. `keepsJournal`: it may write the
   * journal although it may change nothing.
   */
  static async of(
    task: AnyTask,
    configuration: Configuration,
    changes = true,
    keepsJournal = changes,
  ): Promise<TestIdentity> {
    const name = `maintenance-${task.id}-${randomBytes(3).toString('hex')}`;
    const { platform } = configuration;
    const objects = identityObjects({ name, tasks: [task], changes, keepsJournal }, platform) as readonly Applied[];
    const rights: Rights = { task, configuration, name, objects };
    kubectl(listOf(objects), 'apply', '--server-side', '-f', '-');
    const asked = ['-n', maintenanceNamespace, 'create', 'token', name, '--duration', '1h'];
    const login = withToken(readFileSync(administrator(), 'utf8'), name, kubectl('', ...asked).trim());
    const folder = mkdtempSync(join(tmpdir(), 'identity-'));
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, login, { mode: 0o600 });
    const options = { clock: systemClock, random: Math.random };
    const admin = await connectKubernetes({ ...options, kubeconfig: administrator() });
    const cluster = await connectKubernetes({ ...options, kubeconfig, task: task.id });
    const identity = new TestIdentity(rights, folder, admin, cluster);
    await identity.#settled(task, changes);
    await identity.#policyInForce();
    return identity;
  }

  /** The file by which kubectl acts as this identity. */
  get kubeconfig(): string {
    return join(this.#folder, 'kubeconfig');
  }

  /** From now on it has the rights of this declaration instead; its policy stays. */
  async reduceTo(task: AnyTask, changes: boolean): Promise<void> {
    const { name, objects, configuration } = this.#rights;
    const wanted = identityObjects({ name, tasks: [task], changes }, configuration.platform) as readonly Applied[];
    for (const { kind, metadata } of objects) {
      const resource = roleResources[kind];
      if (resource === undefined) continue;
      const same = (other: Applied) => other.kind === kind && other.metadata.namespace === metadata.namespace;
      const value = wanted.find(same)?.rules ?? [];
      await this.#admin.patch(resource, metadata.namespace, metadata.name, [
        { op: 'replace', path: '/rules', value: value as never },
      ]);
    }
    await this.#settled(task, changes);
  }

  /** The task's ports, as this identity. */
  async ports(configuration = this.#rights.configuration): Promise<Ports> {
    const { cluster } = this;
    const self = { environment: { onRunner: false }, redactor: new Redactor() } as unknown as Process;
    const history = async () => ({});
    const { state } = openMaintenance(cluster, systemClock);
    const wiring = { self, configuration, cluster: async () => cluster, history, state, run: 'least-privilege' };
    const ports = await makePorts(this.#rights.task.ports, wiring as never);
    for (const port of Object.values(ports)) if (port !== cluster && 'close' in port) this.#open.push(port as Closable);
    return ports;
  }

  /** A run ends with its process; here what it opened is closed. */
  async #letGo(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((port) => port.close()));
  }

  /** Carry the task out as this identity, in plan mode. */
  async plan(
    inputs: Readonly<Record<string, unknown>> = {},
    configuration = this.#rights.configuration,
  ): Promise<TaskOutcome> {
    const { task } = this.#rights;
    const ports = await this.ports(configuration);
    const parsed = parseInputs(task.inputs, inputs);
    if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
    const outcome = await carryOut(
      task,
      { inputs: parsed.inputs as JsonObject, phase: 'main' },
      {
        ports,
        platform: configuration.platform,
        thresholds: configuration.thresholds,
        calendar: calendarOf(configuration),
        clock: systemClock,
        signal: new AbortController().signal,
        progress: () => undefined,
        executor: () => Promise.reject(new TypeError('plan mode takes no steps')),
        changing: { mode: 'plan' },
      },
    );
    await this.#letGo();
    return outcome;
  }

  /** Take everything away again. */
  async close(): Promise<void> {
    await this.#letGo();
    await Promise.all([this.cluster.close(), this.#admin.close()]);
    rmSync(this.#folder, { recursive: true });
    kubectl(listOf(this.#rights.objects), 'delete', '--ignore-not-found', '--wait=false', '-f', '-');
  }

  /** A new policy is not in force at once: wait until it refuses a command that no task declares. */
  async #policyInForce(): Promise<void> {
    const { task, configuration } = this.#rights;
    if (task.commands.length === 0) return;
    const pod = { namespace: configuration.platform.namespace, pod: 'postgres-0', container: 'postgres' };
    const deadline = performance.now() + 60_000;
    for (;;) {
      const refused = await this.cluster.exec(pod, undeclared, { timeoutMs: 20_000 }).then(
        () => false,
        ({ code }) => code === 'forbidden',
      );
      if (refused) return;
      if (performance.now() > deadline) throw new Error(`the policy of ${task.id} did not come into force`);
      await systemClock.sleep(100);
    }
  }

  /** The API server's authorizer follows its watch: wait until it answers as the declaration says. */
  async #settled(task: AnyTask, changes: boolean): Promise<void> {
    const { configuration, task: whole } = this.#rights;
    const { platform } = configuration;
    const granted = questionsOf(rightsOf(task, changes), platform).map((question) => JSON.stringify(question));
    const deadline = performance.now() + 30_000;
    for (const question of questionsOf(rightsOf(whole, true), platform)) {
      const expected = granted.includes(JSON.stringify(question));
      while ((await this.cluster.may(question)) !== expected) {
        if (performance.now() > deadline) throw new Error(`${JSON.stringify(question)} did not become ${expected}`);
        await systemClock.sleep(50);
      }
    }
  }
}

/** Declared by no task. */
const undeclared = ['rooivalk-undeclared-command'];

const rightsOf = ({ permissions }: AnyTask, changes: boolean): readonly Permission[] =>
  changes ? [...permissions.observe, ...permissions.change] : permissions.observe;

/** Every right as a question to the API server; of several names the first. */
function questionsOf(rights: readonly Permission[], platform: Configuration['platform']) {
  return rights
    .filter(({ when, names }) => when?.(platform) !== false && names?.(platform).length !== 0)
    .flatMap(({ resource, subresource, verbs, names, scope }) =>
      verbs.map((verb) => ({
        verb,
        resource,
        ...(subresource === undefined ? {} : { subresource }),
        ...(scope === 'platform' ? { namespace: platform.namespace } : {}),
        ...(scope === 'maintenance' ? { namespace: maintenanceNamespace } : {}),
        ...(names === undefined ? {} : { name: names(platform)[0] as string }),
      })),
    );
}

const listOf = (items: readonly object[]): string => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

const administrator = (): string => sandboxState().kubeconfigOutside;

function kubectl(input: string, ...args: readonly string[]): string {
  return execFileSync(tool('kubectl'), ['--kubeconfig', administrator(), ...args], {
    encoding: 'utf8',
    input,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
