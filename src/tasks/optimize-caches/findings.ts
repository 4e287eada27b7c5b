import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { formatBytes } from '../../domain/quantities.ts';
import { fragmentationOf, type ObservedCache } from '../../observation/cache.ts';
import type { CacheInstance } from '../../ports/cache.ts';
import type { Inputs } from './inputs.ts';

/** Where to look at a server: pods by kubectl, anything else by its own name. */
const lookAt = (server: string, namespace: string): string =>
  server.startsWith('pod/') ? kubectl(namespace)`describe ${server}` : `look at the cache at ${server}`;

/** What does not depend on whether anything is swept. `knownMasters`: servers that were masters when they were asked before. */
export function standingFindings(
  seen: ObservedCache,
  inputs: Inputs,
  namespace: string,
  knownMasters: readonly string[] = [],
): readonly Finding[] {
  return [
    ...silentServers(seen, namespace, knownMasters),
    ...unreachedShards(seen),
    ...withoutMaster(seen, namespace),
    ...seen.masters.filter((master) => master.loading).map(loading),
    ...seen.masters.filter((master) => isFragmented(master, inputs)).map((master) => fragmented(master, inputs)),
  ];
}

/**
 * With one master and its replicas, a server that does not answer is a replica, and its health is check-health's business.
 * Otherwise it may be a shard of its own, and then its keys were not looked at; one that was a master before is one.
 */
function silentServers(
  { servers, masters }: ObservedCache,
  namespace: string,
  knownMasters: readonly string[],
): readonly Finding[] {
  const hasReplicas = masters.length === 1 && masters[0]?.cluster === undefined;
  const severityOf = (server: string) => (hasReplicas && !knownMasters.includes(server) ? 'info' : 'unknown');
  return servers.flatMap((observed) =>
    'instance' in observed
      ? []
      : [
          {
            code: 'server-not-reached',
            severity: severityOf(observed.server),
            subject: `cache ${observed.server}`,
            title: 'the cache server could not be asked',
            evidence: observed.cause,
            next: observed.next ?? lookAt(observed.server, namespace),
          },
        ],
  );
}

/** Masters that were silent when the run was planned and answer now: nothing was planned for them. */
export function passedOver(before: ObservedCache, after: ObservedCache): readonly Finding[] {
  return before.servers.flatMap((observed) =>
    'instance' in observed || !after.masters.some(({ server }) => server === observed.server)
      ? []
      : [
          {
            code: 'server-not-reached',
            severity: 'unknown',
            subject: `cache ${observed.server}`,
            title: 'the cache server could not be asked when the run was planned, so its keys were not looked at',
            evidence: observed.cause,
            next: 'run the task again',
          },
        ],
  );
}

function unreachedShards({ unreachedShards: addresses }: ObservedCache): readonly Finding[] {
  return addresses.map((address) => ({
    code: 'shard-not-reached',
    severity: 'unknown',
    subject: `shard ${address}`,
    title: 'a shard of the cluster is not among the servers that are configured',
    evidence: `the cluster names ${address} as a master; no server of \`platform.cache\` is it`,
    next: 'let `platform.cache.workload.selector` match the pods of every shard',
  }));
}

/**
 * Expired keys are removed by masters alone: sweeping a replica reclaims nothing. A replica that is linked to its master was
 * named instead of it, which is a mistake of the configuration; one that has lost it leaves the keys unlooked at.
 */
function withoutMaster({ masters, replicas }: ObservedCache, namespace: string): readonly Finding[] {
  if (masters.length > 0) return [];
  return replicas.map((replica) => (replica.linkUp === true ? misdirected(replica) : withoutLink(replica, namespace)));
}

const misdirected = ({ server, master }: CacheInstance): Finding => ({
  code: 'no-master',
  severity: 'warn',
  subject: `cache ${server}`,
  title: 'only a replica was reached, and sweeping one reclaims nothing',
  evidence: `${server} is a replica of ${master ?? 'nobody'}`,
  next: master
    ? `point \`platform.cache\` in .github/maintenance.yml to the master, ${master}`
    : 'make one of the servers the master',
});

const withoutLink = ({ server, master }: CacheInstance, namespace: string): Finding => ({
  code: 'master-lost',
  severity: 'unknown',
  subject: `cache ${server}`,
  title: 'no master was reached, so the keys were not looked at',
  evidence: `${server} is a replica of ${master ?? 'nobody'} and not linked to it`,
  next: `bring the master back, or make a replica the master; ${lookAt(server, namespace)}`,
});

const loading = (master: CacheInstance): Finding => ({
  code: 'loading',
  severity: 'unknown',
  subject: `cache ${master.server}`,
  title: 'the cache is reading its data from disk and answers nothing else',
  evidence: `${master.server} reports loading`,
  next: 'run the task again when it has started',
});

/** Less than this is overhead that every process has. */
const notableBytes = 64_000_000;

/** Memory that is lost between live values: the allocator cannot give it back, defragmenting can. */
function isFragmented({ memory }: CacheInstance, inputs: Inputs): boolean {
  const lost = memory.residentBytes - memory.usedBytes - (memory.reclaimableBytes ?? 0);
  return fragmentationOf(memory) >= inputs.fragmentation && lost >= notableBytes;
}

const fragmented = ({ server, memory }: CacheInstance, inputs: Inputs): Finding => ({
  code: 'fragmented',
  severity: 'info',
  subject: `cache ${server}`,
  title: 'memory is fragmented between live values, so it cannot simply be given back',
  evidence: `fragmentation ${fragmentationOf(memory).toFixed(1)} (notable from ${inputs.fragmentation.toFixed(1)}): ${formatBytes(memory.residentBytes)} resident, ${formatBytes(memory.usedBytes)} used`,
  next: '`config set activedefrag yes` where Redis was built with jemalloc, in a quiet hour',
});
