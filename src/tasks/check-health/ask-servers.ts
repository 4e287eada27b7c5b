import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { isReady } from '../../domain/kubernetes/pods.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import type { HealthContext } from './check.ts';

/** A server that could be asked, or why not, and what its pod says then. */
export type Asked<T> = { readonly server: string } & (
  | { readonly value: T }
  | { readonly trouble: Trouble; readonly podDown?: string }
);

const silent = new Set<Trouble['code']>(['unreachable', 'timeout']);

/**
 * Ask every server, one after the other. Of one that gives no connection its pod is looked at as well: where the pod is
 * not ready either, the server is down, and not merely out of our reach.
 */
export async function askServers<T>(
  context: HealthContext,
  servers: readonly string[],
  ask: (server: string) => Promise<T>,
): Promise<readonly Asked<T>[]> {
  const asked: Asked<T>[] = [];
  for (const server of servers) {
    const read = await attempt(server, () => ask(server));
    if ('value' in read) asked.push({ server, value: read.value });
    else asked.push({ server, ...read, ...(silent.has(read.trouble.code) ? await lookAtPod(context, server) : {}) });
  }
  return asked;
}

async function lookAtPod({ ports, platform }: HealthContext, server: string): Promise<{ readonly podDown?: string }> {
  const [, name] = /^pod\/(.+)$/.exec(server) ?? [];
  if (name === undefined) return {};
  const read = await attempt(server, () => ports.cluster.get(resources.pods, platform.namespace, name));
  if ('trouble' in read) return {};
  if (read.value === undefined) return { podDown: `pod/${name} no longer exists` };
  return isReady(read.value) ? {} : { podDown: `pod/${name} is not ready either` };
}

/** The finding for a server that could not be asked: down, or unknown. */
export function silentServer(
  what: string,
  asked: Extract<Asked<unknown>, { trouble: Trouble }>,
  namespace: string,
): Finding {
  const { server, trouble, podDown } = asked;
  const next = server.startsWith('pod/')
    ? kubectl(namespace)`describe ${server}`
    : `look whether ${server} can be reached from here`;
  return podDown === undefined
    ? {
        code: `${what}-not-asked`,
        severity: 'unknown',
        subject: server,
        title: `${what} server could not be asked`,
        evidence: trouble.message,
        next: trouble.next ?? next,
      }
    : {
        code: `${what}-down`,
        severity: 'fail',
        subject: server,
        title: `${what} server accepts no connections`,
        evidence: `${trouble.message}; ${podDown}`,
        next,
      };
}

/** Whether listing the servers has found that there is not one. */
export function isNobodyThere({ code }: Trouble): boolean {
  return code === 'not-found';
}

/** The finding for a system without a single server. */
export function nobodyThere(what: string, trouble: Trouble, subject: string): Finding {
  return {
    code: `no-${what}-server`,
    severity: 'fail',
    subject,
    title: `there is no ${what} server at all`,
    evidence: trouble.message,
    next: trouble.next ?? 'look at the workload',
  };
}
