import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { World } from '../../contracts/world.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';
import { testNow } from '../environment.ts';

const namespace = 'phoenix-rooivalk';
const running = { name: 'node', ready: true, restartCount: 0, state: { running: {} } };
const log = '/var/log/node/node.log';

/** What the programs of a pod print; its log is due until it is rotated, and one pod goes on writing into the old file. */
function answerOf(pod: string, program: string, rotated: boolean): string {
  switch (program) {
    case 'logrotate --debug':
      return `considering log ${log}\n  log ${rotated ? 'does not need rotating (already rotated)' : 'needs rotating'}\n`;
    case 'find /proc':
      return rotated && pod === 'blockchain-node-1' ? `300 /proc/4711/fd/3 ${log}.1\0` : '';
    default:
      return `${rotated ? 10 : 5000} 1.5 ${log}\0`;
  }
}

/** Two blockchain nodes with a due log each, one of them held open after rotation; a third that is not ready. */
export async function makeWorld(): Promise<World> {
  const cluster = new FakeCluster({ now: () => testNow, task: 'rotate-logs' });
  const rotated: string[] = [];
  for (const [index, ready] of [true, true, false].entries()) {
    cluster.add(resources.pods, {
      metadata: { name: `blockchain-node-${index}`, namespace, labels: { app: 'blockchain-node' } },
      spec: { containers: [{ name: 'node' }] },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
        containerStatuses: [running],
      },
    });
  }
  cluster.onExec(({ pod }, [program = '', first = '']) => {
    if (program === 'find' || first === '--debug') {
      return printed(answerOf(pod, `${program} ${first}`, rotated.includes(pod)));
    }
    if (program !== 'logrotate') return undefined;
    rotated.push(pod);
    return printed('');
  });
  return {
    ports: { cluster },
    changes: () => [...cluster.changes().map(({ verb, name }) => `${verb} ${name}`), ...rotated],
  };
}
