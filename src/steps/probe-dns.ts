import type { Finding } from '../domain/finding/finding.ts';
import type { Job } from '../domain/kubernetes/objects.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import { counted } from '../domain/quantities.ts';
import type { Effect } from '../domain/step/effect.ts';
import type { StepOf } from '../domain/step/step.ts';
import { type NameResult, probeJob, readResults } from '../observation/dns/probe-job.ts';
import type { TaskContext } from '../ports/context.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep } from './executor.ts';

type ProbeStep = StepOf<'probe-dns'>;
type Context = TaskContext<'cluster'>;

const pollMs = 500;
const polls = 120;

/**
 * Ask for names from inside, by a Job that is removed afterwards (and removes itself if we cannot). That the probe could
 * not be made or started says nothing about DNS: such names are unknown, not failed.
 */
export default defineStep({
  kind: 'probe-dns',
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
      const { hosts } = step.parameters;
      const results = hosts.map((host): NameResult => ({ host, state: 'not-tried', why: error.message }));
      return effectOf(step, results, error.next);
    }
  },
  // a probe whose answer was lost has shown nothing, and has removed itself
  settle: async () => 'cannot-tell',
});

/** What came of a probe: of each name, and of its Job. */
interface Probed {
  readonly results: readonly NameResult[];
  readonly findings: readonly Finding[];
}

async function probe(context: Context, { parameters }: ProbeStep): Promise<Probed> {
  const { cluster } = context.ports;
  const { namespace } = parameters;
  const { metadata } = await cluster.create<Job>(resources.jobs, namespace, probeJob(parameters));
  const remove = () => cluster.delete(resources.jobs, namespace, metadata.name, metadata.uid);
  let results: readonly NameResult[];
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
    title: 'the Job of the DNS probe could not be removed, and goes away by itself',
    evidence: known?.message ?? 'no reason given',
    next: known?.next ?? `\`kubectl -n ${namespace} get jobs -l app.kubernetes.io/name=${name}\``,
  };
}

async function untilEnded(
  { ports, pause }: Context,
  { namespace, hosts }: ProbeStep['parameters'],
  job: string,
): Promise<readonly NameResult[]> {
  const query = { resource: resources.pods, namespace, labels: `job-name=${job}` };
  let results: readonly NameResult[] = hosts.map((host) => ({
    host,
    state: 'waiting',
    why: 'no pod was made for the probe',
  }));
  for (let round = 0; round < polls; round += 1) {
    for await (const pod of ports.cluster.list(query)) results = readResults(pod, hosts);
    if (results.every(({ state }) => state !== 'waiting')) return results;
    await pause(pollMs);
  }
  return results;
}

function effectOf(step: ProbeStep, results: readonly NameResult[], next?: string): Effect {
  const resolved = results.filter(({ state }) => state === 'resolved').length;
  return {
    text: `${resolved} of ${counted(results.length, 'name')} resolved from inside`,
    measurements: [
      {
        name: 'names-resolved',
        value: resolved,
        unit: 'count',
        comparedWith: { what: 'names', value: results.length },
      },
    ],
    findings: results.flatMap((result) => findingOf(step, result, next) ?? []),
  };
}

function findingOf({ parameters }: ProbeStep, result: NameResult, next: string | undefined): Finding | undefined {
  if (result.state === 'resolved') return undefined;
  const { host, why } = result;
  const subject = `name ${host}`;
  if (result.state === 'failed') {
    return {
      code: 'name-not-resolved',
      severity: 'fail',
      subject,
      title: 'name cannot be resolved from inside',
      evidence: `${why}, in a pod of namespace ${parameters.namespace} (must resolve)`,
      next: '`kubectl -n kube-system get pods -l k8s-app=kube-dns -o wide`',
    };
  }
  return {
    code: 'name-not-checked',
    severity: 'unknown',
    subject,
    title: 'whether the name can be resolved from inside is not known',
    evidence: why,
    next:
      next ??
      `look at \`platform.dns.image\` (${parameters.image}) and \`kubectl -n ${parameters.namespace} get events --field-selector involvedObject.kind=Pod\``,
  };
}
