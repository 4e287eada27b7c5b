/** The files of a new task, by their paths. */
export function scaffold(id: string): readonly (readonly [string, string])[] {
  const title = `${id[0]?.toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  return [
    [`src/tasks/${id}/index.ts`, index(id, title)],
    [`src/tasks/${id}/observe.ts`, observe(id)],
    [`src/tasks/${id}/plan.ts`, plan()],
    [`src/tasks/${id}/verify.ts`, verify()],
    [`test/tasks/${id}/plan.test.ts`, planTest(id)],
    [`test/tasks/${id}/world.ts`, world(id)],
  ];
}

const index = (id: string, title: string): string => `import { resources } from '../../domain/kubernetes/resources.ts';
import { defineTask } from '../contract.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** ${id}: what it is for, in one line. */
export default defineTask({
  id: '${id}',
  title: '${title}',
  description: 'What it does, and what it never does.',
  guide: [],
  windows: [],
  type: 'preventive',
  priority: 'medium',
  estimateMs: 60_000,
  undoMs: 0,
  needs: [],
  after: [],
  changesWorkloads: false,
  ports: ['cluster'],
  inputs: {},
  outputs: {},
  permissions: {
    observe: [{ resource: resources.pods, verbs: ['list'], scope: 'platform', why: 'find the pods' }],
    change: [],
  },
  commands: [],
  forwards: [],
  steps: [],
  verdicts: {
    pass: 'there is nothing to do',
    unknown: 'the pods could not be listed',
  },
  observe,
  plan,
  verify,
});
`;

const observe = (id: string): string => `import { resources } from '../../domain/kubernetes/resources.ts';
import type { TaskContext } from '../../ports/context.ts';

/** What ${id} saw. */
export interface Seen {
  readonly basis: readonly { readonly pod: string; readonly uid: string }[];
  readonly measurements: Readonly<Record<string, never>>;
}

/** Read the world; change nothing. */
export async function observe(context: TaskContext<'cluster'>): Promise<Seen> {
  const basis: { pod: string; uid: string }[] = [];
  const { namespace } = context.platform;
  for await (const pod of context.ports.cluster.list({ resource: resources.pods, namespace })) {
    basis.push({ pod: pod.metadata.name, uid: pod.metadata.uid });
  }
  return { basis: basis.sort((a, b) => (a.pod < b.pod ? -1 : 1)), measurements: {} };
}
`;

const plan = (): string => `import type { Draft } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import type { Seen } from './observe.ts';

/** Pure: the same observation gives the same draft. */
export function plan(observation: Seen): Draft {
  return {
    steps: [],
    refusals: [],
    notChecked: [],
    findings: [],
    measurements: [],
    result: \`nothing to do: \${counted(observation.basis.length, 'pod')} looked at\`,
  };
}
`;

const verify = (): string => `import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import type { Seen } from './observe.ts';

/** Prove from the system's own state what the steps brought about. */
export async function verify(_context: TaskContext<'cluster'>, done: Done<Seen>): Promise<Verification> {
  const { findings, measurements, result } = done.draft;
  return { findings, measurements, result };
}
`;

const planTest = (id: string): string => `import { expect, test } from '@jest/globals';
import { plan } from '../../../src/tasks/${id}/plan.ts';

test('${id} says how many pods it looked at', () => {
  expect(plan({ basis: [{ pod: 'a', uid: '1' }], measurements: {} }).result).toBe('nothing to do: 1 pod looked at');
});
`;

const world = (id: string): string => `import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { World } from '../../contracts/world.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { testNow } from '../environment.ts';

/** Where the contract of every task (test/contracts/task.contract.ts) proves ${id}: give it something to do here. */
export async function makeWorld(): Promise<World> {
  const cluster = new FakeCluster({ now: () => testNow, task: '${id}' });
  cluster.add(resources.pods, {
    metadata: { name: 'api-gateway-0', namespace: 'phoenix-rooivalk' },
    spec: { containers: [{ name: 'main' }] },
  });
  return { ports: { cluster }, changes: () => cluster.changes().map(({ verb, name }) => \`\${verb} \${name}\`) };
}
`;
