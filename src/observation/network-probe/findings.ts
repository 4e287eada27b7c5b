import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { StepParameters } from '../../domain/step/kinds.ts';
import { probeName } from './probe-job.ts';
import type { ConnectionResult, NameResult, ProbeResults } from './read-probe.ts';

type Parameters = StepParameters['probe-network'];

/** What a reader has to know of what the probe met; `next` says how to go on where the probe could not be made. */
export function probeFindings(
  parameters: Parameters,
  { names, connections }: ProbeResults,
  next?: string,
): readonly Finding[] {
  return [
    ...names.flatMap((result) => ofName(parameters, result, next)),
    ...connections.flatMap((result) => ofConnection(parameters, result, next)),
  ];
}

function ofName(parameters: Parameters, { host, attempt }: NameResult, next: string | undefined): readonly Finding[] {
  if (attempt.state === 'good') return [];
  const subject = `name ${host}`;
  if (attempt.state === 'failed') {
    return [
      {
        code: 'name-not-resolved',
        severity: 'fail',
        subject,
        title: 'name cannot be resolved from inside',
        evidence: `${attempt.why}, in a pod of namespace ${parameters.namespace} (must resolve)`,
        next: kubectl('kube-system')`get pods -l k8s-app=kube-dns -o wide`,
      },
    ];
  }
  return [
    {
      code: 'name-not-checked',
      severity: 'unknown',
      subject,
      title: 'whether the name can be resolved from inside is not known',
      evidence: attempt.why,
      next: next ?? lookAtImage(parameters),
    },
  ];
}

const lookAtImage = ({ image, namespace }: Parameters): string =>
  `look at \`platform.dns.image\` (${image}), which must have timeout, nslookup and nc, and ${kubectl(namespace)`get events --field-selector involvedObject.kind=Pod`}`;

function ofConnection(
  parameters: Parameters,
  { connection, attempt, lookup }: ConnectionResult,
  next: string | undefined,
): readonly Finding[] {
  if (attempt.state === 'good') return [];
  const { name, host, port, guessed } = connection;
  const { namespace } = parameters;
  const subject = `connection to ${name}`;
  const unresolved = lookup?.state === 'failed';
  if (unresolved ? !guessed : attempt.state === 'failed') {
    const why = unresolved ? `the name cannot be resolved (${lookup.why})` : attempt.why;
    return [
      {
        code: 'connection-failed',
        severity: 'fail',
        subject,
        title: 'no connection can be made from inside',
        evidence: `${why}: ${host} port ${port}, from a pod of namespace ${namespace}`,
        next: `${kubectl(namespace)`get networkpolicies,endpointslices`}; where policies admit certain pods alone, admit those with label app.kubernetes.io/name=${probeName}, or leave it out of \`platform.network.connections\``,
      },
    ];
  }
  const notKnown = { code: 'connection-not-checked', severity: 'unknown', subject } as const;
  const title = 'whether a connection can be made from inside is not known';
  if (unresolved) {
    return [
      {
        ...notKnown,
        title,
        evidence: `${host}, where its Service usually is, cannot be resolved in a pod of namespace ${namespace}`,
        next: 'say in `platform.network.connections` where pods reach it, or look at its Service and at DNS',
      },
    ];
  }
  return [{ ...notKnown, title, evidence: attempt.why, next: next ?? lookAtImage(parameters) }];
}
