import type { Finding } from '../domain/finding/finding.ts';
import { kubectl } from '../domain/kubernetes/kubectl.ts';
import type { Job } from '../domain/kubernetes/objects.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import { counted } from '../domain/quantities.ts';
import type { Effect } from '../domain/step/effect.ts';
import type { StepOf } from '../domain/step/step.ts';
import { probeFindings } from '../observation/network-probe/findings.ts';
import { probeJob } from '../observation/network-probe/probe-job.ts';
import { allResults, isFinal, type ProbeResults, readResults } from '../observation/network-probe/read-probe.ts';
import type { TaskContext } from '../ports/context.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep } from './executor.ts';

type ProbeStep = StepOf<'probe-network'>;
type Context = TaskContext<'cluster'>;

const pollMs = 500;
const polls = 120;

/**
 * Ask for names and try connections from inside, by a Job that is removed afterwards (and removes itself if we cannot). That
 * the probe could not be made or started says nothing about the network: what it should have asked is unknown, not failed.
 */
export default defineStep({
  kind: 'probe-network',
  ports: ['cluster'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    try {
      const { results, findings } = await probe(context, step);
      const effect = effectOf(step, results);
      return { ...effect, findings: [...effect.findings, ...findings] };
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      return effectOf(step, allResults(step.parameters, { state: 'not-tried', why: error.message }), error.next);
    }
  },
  // a probe whose answer was lost has shown nothing, and has removed itself
  settle: async () => 'cannot-tell',
});

/** What came of a probe: of all that it asked, and of its Job. */
interface Probed {
  readonly results: ProbeResults;
  readonly findings: readonly Finding[];
}

async function probe(context: Context, { parameters }: ProbeStep): Promise<Probed> {
  const { cluster } = context.ports;
  const { namespace } = parameters;
  const { metadata } = await cluster.create<Job>(resources.jobs, namespace, probeJob(parameters));
  const remove = () => cluster.delete(resources.jobs, namespace, metadata.name, metadata.uid);
  let results: ProbeResults;
  try {
    results = await untilEnded(context, parameters, metadata.name);
  } catch (error) {
    await remove().catch(() => undefined);
    throw error;
  }
  const findings = await remove().then(
    () => [],
    (error: unknown) => [notRemoved(parameters, error)],
  );
  return { results, findings };
}

/** Its Job removes itself a little later, so nothing is broken; but somebody should know that the right is missing. */
function notRemoved({ namespace, name }: ProbeStep['parameters'], error: unknown): Finding {
  const known = error instanceof PortError ? error : undefined;
  return {
    code: 'probe-not-removed',
    severity: 'warn',
    subject: `job/${name}`,
    title: 'the Job of the network probe could not be removed, and goes away by itself',
    evidence: known?.message ?? 'no reason given',
    next: known?.next ?? kubectl(namespace)`get jobs -l app.kubernetes.io/name=${name}`,
  };
}

async function untilEnded(
  { ports, pause }: Context,
  parameters: ProbeStep['parameters'],
  job: string,
): Promise<ProbeResults> {
  const query = { resource: resources.pods, namespace: parameters.namespace, labels: `job-name=${job}` };
  let results = allResults(parameters, { state: 'waiting', why: 'no pod was made for the probe' });
  for (let round = 0; round < polls; round += 1) {
    for await (const pod of ports.cluster.list(query)) results = readResults(pod, parameters);
    if (isFinal(results)) return results;
    await pause(pollMs);
  }
  return results;
}

function effectOf(step: ProbeStep, results: ProbeResults, next?: string): Effect {
  const { names, connections } = results;
  const good = (all: ProbeResults[keyof ProbeResults]) => all.filter(({ attempt }) => attempt.state === 'good').length;
  const [resolved, made] = [good(names), good(connections)];
  const connected = connections.length === 0 ? '' : `, ${made} of ${counted(connections.length, 'connection')} made`;
  return {
    text: `${resolved} of ${counted(names.length, 'name')} resolved${connected} from inside`,
    measurements: [
      {
        name: 'names-resolved',
        value: resolved,
        unit: 'count',
        comparedWith: { what: 'names', value: names.length },
      },
      {
        name: 'connections-made',
        value: made,
        unit: 'count',
        comparedWith: { what: 'connections', value: connections.length },
      },
    ],
    findings: probeFindings(step.parameters, results, next),
  };
}
