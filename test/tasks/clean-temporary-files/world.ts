import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { World } from '../../contracts/world.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';
import { testNow } from '../environment.ts';

const namespace = 'phoenix-rooivalk';
const running = { name: 'node', ready: true, restartCount: 0, state: { running: {} } };
/** Seconds since 1970, two days before the run. */
const old = testNow / 1000 - 172_800;
const inUse = 12;

/** Files of a pod by name (one byte a character), with their inodes. */
type Files = Map<string, number>;

const someFiles = (): Files =>
  new Map([
    ['/tmp/a', 11],
    ['/tmp/in use', inUse],
    ['/tmp/::error::\n\u00ff', 13],
  ]);

/** What `find` prints: the open files, what those named are, those it deleted, or the listing of a directory. */
function find(files: Files, argv: readonly string[], stdin: Uint8Array | undefined): string {
  const first = argv[1];
  if (first === '-L') return `66305 ${inUse}\0`;
  if (first !== '-files0-from') {
    const times = `${old}.5 ${old}.5 ${old}.5`;
    const records = [...files].map(([name, inode]) => `old 66305 ${inode} 100 ${times} ${name}\0`);
    return first === '/tmp' ? `${records.join('')}kept f 7\0` : '';
  }
  const named = Buffer.from(stdin ?? [])
    .toString('latin1')
    .split('\0')
    .filter((name) => files.has(name));
  if (!argv.includes('-delete')) return named.map((name) => `66305 ${files.get(name)} ${name}\0`).join('');
  const deleted = named.map((name) => `${files.get(name)} 100 8 1\0`);
  for (const name of named) files.delete(name);
  return `Avail\n1000\n\0${deleted.join('')}Avail\n9192\n\0`;
}

/** Two pods whose /tmp holds two stale files, one with a name that is not UTF-8 and holds a line feed, and an open one. */
export async function makeWorld(): Promise<World> {
  const cluster = new FakeCluster({ now: () => testNow, task: 'clean-temporary-files' });
  const pods = new Map(['blockchain-node-0', 'blockchain-node-1'].map((pod) => [pod, someFiles()]));
  for (const name of pods.keys()) {
    cluster.add(resources.pods, {
      metadata: { name, namespace, labels: { app: 'blockchain-node' } },
      spec: { containers: [{ name: 'node' }] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], containerStatuses: [running] },
    });
  }
  cluster.onExec(({ pod }, argv, stdin) => {
    const program = argv[0];
    if (program === 'cat') return printed('');
    if (program === 'df') return printed('1B-blocks Avail\n1000000 900000\n');
    const output = program === 'find' ? find(pods.get(pod) ?? new Map(), argv, stdin) : undefined;
    return output === undefined ? undefined : printed(Buffer.from(output, 'latin1'));
  });
  const gone = () =>
    [...pods].flatMap(([pod, files]) =>
      [...someFiles().keys()].filter((name) => !files.has(name)).map((name) => `delete ${pod} ${name}`),
    );
  return {
    ports: { cluster },
    changes: () => [...cluster.changes().map(({ verb, name }) => `${verb} ${name}`), ...gone()],
  };
}
