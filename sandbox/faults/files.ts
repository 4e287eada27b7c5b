/** Faults of logs and temporary files. */
import { statSync } from 'node:fs';
import { until } from '../platform/cluster.ts';
import { allow, forbid, SETTLE, setImage, setImageBack, untilReady } from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';
import { endRunning, execInPod, leaveRunning, pathIn, setImmutable } from './inside.ts';

const NODES = 'blockchain-node';
const LOGS = '/var/log/blockchain';
/** The sandbox's files are stale from five seconds on. */
const STALE_S = 6;

/** Runs the ledger's nodes from another image. */
function otherImage(title: string, tag: string, leadsTo: Fault['leadsTo']): Fault {
  return {
    title,
    leadsTo,
    async break(context) {
      await setImage(context, 'StatefulSet', NODES, tag);
      await untilReady(context, NODES);
    },
    mend: (context) => setImageBack(context, 'StatefulSet', NODES),
  };
}

/** Waits until a command in a pod is refused, or allowed. */
async function untilExec(context: FaultContext, allowed: boolean): Promise<void> {
  await until(`commands in pods are ${allowed ? 'still refused' : 'not refused'}`, SETTLE, async () => {
    const worked = await execInPod(context, `${NODES}-0`, 'true').then(
      () => true,
      () => false,
    );
    return worked === allowed ? undefined : 'not yet';
  });
}

/** A subresource of pods that an admission policy closes. */
function closed(title: string, subresource: 'exec' | 'portforward', leadsTo: Fault['leadsTo']): Fault {
  return {
    title,
    leadsTo,
    async break(context) {
      await forbid(context, `${subresource}-forbidden`, {
        groups: [''],
        resources: [`pods/${subresource}`],
        operations: ['CONNECT'],
        expression: "request.namespace != 'phoenix-rooivalk'",
        message: `a fault of the sandbox forbids pods/${subresource}`,
      });
      if (subresource === 'exec') await untilExec(context, false);
      // Port-forwards have no short way to be tried; both policies take equally long to be in force.
      else await new Promise((resolve) => setTimeout(resolve, 3_000));
    },
    async mend(context) {
      await allow(context, `${subresource}-forbidden`);
      if (subresource === 'exec') await untilExec(context, true);
      else await new Promise((resolve) => setTimeout(resolve, 3_000));
    },
  };
}

/** Makes the log of a pod so long that it is due, whatever was rotated before. */
function growLog(context: FaultContext, pod: string): Promise<string> {
  const line = '{"level":"info","message":"block followed"}';
  return execInPod(context, pod, 'sh', '-c', `yes '${line}' | head -c 400000 >>${LOGS}/node.log`);
}

const STUCK = '/tmp/core-dump-of-a-crash';

/** Faults of logs and temporary files, by name. */
export const fileFaults = {
  'missing-logrotate': otherImage(
    'the image of the blockchain nodes comes without logrotate',
    '1.4.2-norotate',
    leads('rotate-logs: warn'),
  ),
  'distroless-nodes': otherImage(
    'the image of the blockchain nodes has no shell, no find and no logrotate',
    '1.4.2-distroless',
    leads('rotate-logs: warn', 'clean-temporary-files: warn'),
  ),
  'logs-to-stdout': otherImage(
    'the blockchain nodes log to stdout alone',
    '1.4.2-stdout',
    leads('rotate-logs: not-applicable'),
  ),
  'logs-held-open': {
    title: 'somebody left a debugging trace running that goes on writing to a rotated log of blockchain-node-1',
    leadsTo: leads('rotate-logs: warn'),
    async break(context) {
      await endRunning(context, `${NODES}-1`, 'trace');
      await growLog(context, `${NODES}-1`);
      const script = `exec >>${LOGS}/node.log; while :; do echo trace; sleep 1; done`;
      await leaveRunning(context, `${NODES}-1`, 'trace', script);
      await until('the trace does not run', SETTLE, async () =>
        statSync(pathIn(`${NODES}-1`, '/run/fault-trace.pid'), { throwIfNoEntry: false }) ? undefined : 'no pid file',
      );
    },
    mend: (context) => endRunning(context, `${NODES}-1`, 'trace'),
  },
  'insecure-log-directory': {
    title: 'anybody may write to the log folder of blockchain-node-2, so logrotate refuses to rotate there',
    leadsTo: leads('rotate-logs: warn'),
    async break(context) {
      await growLog(context, `${NODES}-2`);
      await execInPod(context, `${NODES}-2`, 'chmod', '0777', LOGS);
    },
    mend: async (context) => void (await execInPod(context, `${NODES}-2`, 'chmod', '0755', LOGS)),
  },
  'failing-rotation': {
    title: 'the script after a rotation fails on blockchain-node-0: its pid file is gone',
    leadsTo: leads('rotate-logs: fail'),
    async break(context) {
      await growLog(context, `${NODES}-0`);
      await execInPod(context, `${NODES}-0`, 'rm', '-f', '/run/blockchain/node.pid');
    },
    mend: async (context) =>
      void (await execInPod(context, `${NODES}-0`, 'sh', '-c', 'echo 1 >/run/blockchain/node.pid')),
  },
  'temporary-files-full': {
    title: 'a process of blockchain-node-3 holds a file open that fills /tmp',
    leadsTo: leads('clean-temporary-files: warn'),
    async break(context) {
      await endRunning(context, `${NODES}-3`, 'dump');
      // What sleeps must not hold the file too: it outlives the shell that is killed.
      const fill = 'exec 3>/tmp/heap.dump; head -c 63000000 /dev/zero >&3; while :; do sleep 60 3>&-; done';
      await leaveRunning(context, `${NODES}-3`, 'dump', fill);
      await until('/tmp is not full', SETTLE, async () => {
        const size = statSync(pathIn(`${NODES}-3`, '/tmp/heap.dump'), { throwIfNoEntry: false })?.size ?? 0;
        return size > 55_000_000 ? undefined : `${size} bytes`;
      });
    },
    async mend(context) {
      await endRunning(context, `${NODES}-3`, 'dump');
      await execInPod(context, `${NODES}-3`, 'rm', '-f', '/tmp/heap.dump');
    },
  },
  'undeletable-file': {
    title: 'an old file in /tmp of blockchain-node-1 is marked immutable',
    leadsTo: leads('clean-temporary-files: fail'),
    async break(context) {
      await execInPod(
        context,
        `${NODES}-1`,
        'sh',
        '-c',
        `test -e ${STUCK} || { echo core >${STUCK}; touch -d '9 days ago' ${STUCK}; }`,
      );
      await setImmutable(pathIn(`${NODES}-1`, STUCK), true);
      // marking it changes its status, and what has changed a moment ago is not stale
      await until('the file is too young', SETTLE, async () => {
        const age = `echo $(($(date +%s) - $(stat -c %Z ${STUCK})))`;
        return Number(await execInPod(context, `${NODES}-1`, 'sh', '-c', age)) > STALE_S ? undefined : 'not stale yet';
      });
    },
    async mend(context) {
      await setImmutable(pathIn(`${NODES}-1`, STUCK), false);
      await execInPod(context, `${NODES}-1`, 'rm', '-f', STUCK);
    },
  },
  'exec-forbidden': closed(
    'an admission policy forbids commands in pods',
    'exec',
    leads('rotate-logs: unknown', 'clean-temporary-files: unknown'),
  ),
  'port-forward-forbidden': closed(
    'an admission policy forbids port-forwards to pods',
    'portforward',
    leads('validate-certificates: unknown', 'maintain-database: unknown', 'optimize-caches: unknown'),
  ),
} satisfies Record<string, Fault>;
