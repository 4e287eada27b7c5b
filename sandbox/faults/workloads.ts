/** Faults that are in the way of changing workloads, and of tuning the database. */
import { PLATFORM_NAMESPACE } from '../network.ts';
import { until } from '../platform/cluster.ts';
import { asDatabaseAdministrator } from '../platform/database.ts';
import { allow, forbid, isForbidden, SETTLE, untilPods, untilReady } from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';

const QUOTA = 'compute';

interface Quota {
  readonly status?: { readonly hard?: Record<string, string>; readonly used?: Record<string, string> };
}

/** A quota that allows exactly the pods that there are. */
async function exhaustQuota(context: FaultContext): Promise<void> {
  const pods = await context.cluster.list('v1', 'Pod', PLATFORM_NAMESPACE);
  const hard = { pods: String(pods.length) };
  const metadata = { name: QUOTA, namespace: PLATFORM_NAMESPACE };
  await context.cluster.apply({ apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard } });
  await until('the quota does not count yet', SETTLE, async () => {
    const quota = await context.cluster.find<Quota>('v1', 'ResourceQuota', PLATFORM_NAMESPACE, QUOTA);
    return quota?.status?.used?.pods === undefined ? 'no use of it is shown' : undefined;
  });
}

const REFUSED = 'gateway-pods-refused';

/** Nothing may create another pod of the gateway; those that run go on. */
async function refusePods(context: FaultContext): Promise<void> {
  await forbid(context, REFUSED, {
    groups: [''],
    resources: ['pods'],
    operations: ['CREATE'],
    expression: "!object.metadata.?generateName.orValue(object.metadata.name).startsWith('api-gateway-')",
    message: 'a fault of the sandbox refuses further pods of the gateway',
  });
  await until('the policy is not in force', SETTLE, async () =>
    (await isForbidden(context, 'api-gateway-probe')) ? undefined : 'such a pod is let in',
  );
}

async function sql(context: FaultContext, statement: string): Promise<void> {
  await asDatabaseAdministrator(context.cluster, 'postgres-0', async (client) => void (await client.query(statement)));
}

/** Faults of workloads and of the database's tuning, by name. */
export const workloadFaults = {
  'quota-exhausted': {
    title: 'a quota of the namespace allows not one pod more',
    leadsTo: leads('increase-capacity: warn'),
    break: exhaustQuota,
    mend: (context) => context.cluster.delete('v1', 'ResourceQuota', PLATFORM_NAMESPACE, QUOTA),
  },
  'gateway-pods-refused': {
    title: 'no further pod of the gateway can be made',
    leadsTo: leads('increase-capacity: fail', 'rightsize-resources: fail', 'restart-workload: fail'),
    break: refusePods,
    async mend(context) {
      await allow(context, REFUSED);
      await untilReady(context, 'api-gateway');
      await untilPods(context, 'api-gateway', 3);
    },
  },
  'autovacuum-off': {
    title: 'autovacuum was switched off for the table detections and never on again',
    leadsTo: leads('optimize-performance: warn'),
    break: (context) => sql(context, 'ALTER TABLE detections SET (autovacuum_enabled = false)'),
    mend: (context) => sql(context, 'ALTER TABLE detections RESET (autovacuum_enabled)'),
  },
  'sequence-near-end': {
    title: 'a sequence of integers has given nearly all of its numbers',
    leadsTo: leads('optimize-performance: fail'),
    break: (context) =>
      sql(
        context,
        "CREATE SEQUENCE flight_numbers AS integer; GRANT SELECT, USAGE ON SEQUENCE flight_numbers TO PUBLIC; SELECT setval('flight_numbers', 2140000000)",
      ),
    mend: (context) => sql(context, 'DROP SEQUENCE IF EXISTS flight_numbers'),
  },
} satisfies Record<string, Fault>;
