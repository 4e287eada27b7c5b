/** What the project installs, each pinned. A change of version here is a new folder in the cache. */

/** A program that `go install` builds from a published module. */
export interface GoProgram {
  readonly kind: 'go';
  readonly version: string;
  readonly package: string;
  /** Typical build time on two cores, in seconds; shown to the person who waits. */
  readonly seconds: number;
}

/** A program of the sandbox's own Go module (`sandbox/control-plane`). */
export interface ControlPlaneProgram {
  readonly kind: 'control-plane';
}

/** A small Go program of this checkout, rebuilt when its source changes. */
export interface OwnProgram {
  readonly kind: 'own';
  /** The folder of its module, from the checkout's root. */
  readonly source: string;
}

/** A program of a Debian package, found where the package puts it. */
export interface DebianProgram {
  readonly kind: 'debian';
  readonly package: string;
  /** Absolute paths, the first that exists is the program. */
  readonly paths: readonly string[];
  /** Older ones count as missing: `major.minor`, as `--version` prints it. */
  readonly atLeast?: string;
}

/** A program of a PyPI package, in a virtual environment of its own. */
export interface PythonProgram {
  readonly kind: 'python';
  readonly package: string;
  readonly version: string;
  readonly seconds: number;
}

export type Program = GoProgram | ControlPlaneProgram | OwnProgram | DebianProgram | PythonProgram;

/** The oldest Go that builds everything below. */
export const GO_MINIMUM = '1.26.0';
/** The Go that is fetched where the machine's is missing or too old. */
export const GO_VERSION = '1.27.3';
/** The Kubernetes release of the control plane; `sandbox/control-plane/go.mod` requires the same one. */
export const KUBERNETES_VERSION = '1.37.2';
/** The major version of PostgreSQL that the platform runs. */
export const POSTGRESQL_MAJOR = '15';

const bin = (name: string): string[] => [`/usr/bin/${name}`, `/bin/${name}`, `/usr/sbin/${name}`, `/sbin/${name}`];
const debian = (name: string, paths: readonly string[]): DebianProgram => ({ kind: 'debian', package: name, paths });
/** A program of PostgreSQL. Backups are not read by one that is older than the last security release. */
const postgresql = (name: string, packageName: string): DebianProgram => ({
  ...debian(packageName, [`/usr/lib/postgresql/${POSTGRESQL_MAJOR}/bin/${name}`]),
  atLeast: '15.19',
});
const controlPlane: ControlPlaneProgram = { kind: 'control-plane' };

/** Every program by the name that `tool()` and `ensure()` know it by. */
export const PROGRAMS = {
  etcd: controlPlane,
  'kube-apiserver': controlPlane,
  'kube-controller-manager': controlPlane,
  'kube-scheduler': controlPlane,
  kubectl: controlPlane,
  'pod-init': { kind: 'own', source: 'sandbox/kubelet/pod-init' },
  versitygw: { kind: 'go', version: 'v1.8.0', package: 'github.com/versity/versitygw/cmd/versitygw', seconds: 60 },
  registry: {
    kind: 'go',
    version: 'v3.1.2',
    package: 'github.com/distribution/distribution/v3/cmd/registry',
    seconds: 60,
  },
  coredns: { kind: 'go', version: 'v1.15.0', package: 'github.com/coredns/coredns', seconds: 120 },
  act: { kind: 'go', version: 'v0.2.89', package: 'github.com/nektos/act', seconds: 40 },
  actionlint: { kind: 'go', version: 'v1.7.12', package: 'github.com/rhysd/actionlint/cmd/actionlint', seconds: 15 },
  zizmor: { kind: 'python', version: '1.32.0', package: 'zizmor', seconds: 10 },
  postgres: postgresql('postgres', 'postgresql-15'),
  pg_restore: postgresql('pg_restore', 'postgresql-client-15'),
  'redis-server': debian('redis-server', bin('redis-server')),
  logrotate: debian('logrotate', bin('logrotate')),
  prometheus: debian('prometheus', bin('prometheus')),
  busybox: debian('busybox', bin('busybox')),
  jq: debian('jq', bin('jq')),
  unshare: debian('util-linux', bin('unshare')),
  nsenter: debian('util-linux', bin('nsenter')),
  setpriv: debian('util-linux', bin('setpriv')),
  ip: debian('iproute2', bin('ip')),
  openssl: debian('openssl', bin('openssl')),
  git: debian('git', ['/usr/local/bin/git', ...bin('git')]),
  python3: debian('python3-venv', bin('python3')),
  chromium: debian('chromium', bin('chromium')),
} as const satisfies Record<string, Program>;

export type ToolName = keyof typeof PROGRAMS;

/** What `up` needs. The rest (act, the linters, the browser) is installed by what uses it. */
export const SANDBOX_TOOLS: readonly ToolName[] = [
  'unshare',
  'nsenter',
  'setpriv',
  'ip',
  'openssl',
  'postgres',
  'pg_restore',
  'redis-server',
  'logrotate',
  'prometheus',
  'busybox',
  'jq',
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubectl',
  'pod-init',
  'versitygw',
  'registry',
  'coredns',
];
