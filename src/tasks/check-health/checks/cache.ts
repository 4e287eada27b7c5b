import type { Finding } from '../../../domain/finding/finding.ts';
import { kubectl } from '../../../domain/kubernetes/kubectl.ts';
import { workloadSubject } from '../../../domain/kubernetes/pod-owner.ts';
import { counted, formatBytes, formatShare } from '../../../domain/quantities.ts';
import { attempt, type Trouble } from '../../../observation/trouble.ts';
import type { CacheInstance } from '../../../ports/cache.ts';
import { type Asked, askServers, isNobodyThere, nobodyThere, silentServer } from '../ask-servers.ts';
import { defineCheck, type JudgeContext, notSeen } from '../check.ts';

/** What is seen of the cache. */
export interface SeenCache {
  readonly servers: readonly Asked<CacheInstance>[];
  readonly nobody?: Trouble;
}

/** From this share of its memory limit on, a cache that evicts nothing is about to refuse writes. */
const memoryShare = 0.9;

/** Cache: a master answers, and its replicas are linked to it. */
export const cache = defineCheck<SeenCache>({
  area: 'cache',
  observe: async (context) => {
    const port = context.ports.cache;
    const listed = await attempt('cache', () => port.servers());
    if ('trouble' in listed) return { servers: [], nobody: listed.trouble };
    return { servers: await askServers(context, listed.value, (server) => port.instance(server)) };
  },
  judge: (seen, context) => {
    const { namespace, cache: configured } = context.platform;
    const subject = workloadSubject(configured.workload.kind, configured.workload.name);
    if (seen.nobody !== undefined) {
      const finding = isNobodyThere(seen.nobody)
        ? nobodyThere('cache', seen.nobody, subject)
        : notSeen('cache-not-asked', seen.nobody, 'cache could not be asked', kubectl(namespace)`describe ${subject}`);
      return { findings: [finding], measurements: [], line: 'cache not seen' };
    }
    const well = seen.servers.flatMap((each) => ('value' in each ? [each.value] : []));
    return {
      findings: [
        ...seen.servers.flatMap((each) => ('trouble' in each ? [silentServer('cache', each, namespace)] : [])),
        ...masterFindings(seen, context, subject),
        ...well.flatMap((instance) => instanceFindings(instance, namespace)),
      ],
      measurements: well.map(({ server, memory }) => ({
        name: 'cache-memory-used',
        subject: server,
        value: memory.usedBytes,
        unit: 'bytes',
        ...(memory.limitBytes === undefined ? {} : { comparedWith: { what: 'maxmemory', value: memory.limitBytes } }),
      })),
      line: `${well.length} of ${counted(seen.servers.length, 'cache server')} answer`,
    };
  },
});

function masterFindings({ servers }: SeenCache, { platform }: JudgeContext, subject: string): readonly Finding[] {
  const { namespace, cache: configured } = platform;
  const next = kubectl(namespace)`get pods -l ${configured.workload.selector} -o wide`;
  const instances = servers.flatMap((each) => ('value' in each ? [each.value] : []));
  const cluster = instances.find((instance) => instance.cluster !== undefined)?.cluster;
  if (cluster !== undefined) {
    return cluster.masters
      .filter(({ failed }) => failed)
      .map(({ id, address }) => ({
        code: 'cache-shard-down',
        severity: 'fail',
        subject: `cache shard ${id.slice(0, 40)}`,
        title: 'master of a cache shard is down',
        evidence: `${address.slice(0, 100)} is marked as failed; ${counted(cluster.masters.length, 'master')} hold keys`,
        next,
      }));
  }
  const masters = instances.filter(({ role }) => role === 'master');
  if (masters.length > 1) {
    const evidence = `${masters.map(({ server }) => server).join(', ')} (exactly 1 must be)`;
    return [
      {
        code: 'two-cache-masters',
        severity: 'fail',
        subject,
        title: 'more than one cache server is master',
        evidence,
        next,
      },
    ];
  }
  if (masters.length === 1) return [];
  // that none could be asked is said already
  if (instances.length === 0 && servers.length > 0) return [];
  const unknown = servers.some((each) => 'trouble' in each && each.podDown === undefined);
  const linked = instances.some(({ linkUp }) => linkUp === true);
  const evidence = `0 masters (exactly 1 must be): ${counted(instances.length, 'replica')} answered, ${
    linked ? 'and are linked to one' : 'and none is linked to one'
  }`;
  // replicas that have lost their master know that it is away, whoever else could be asked
  return unknown && linked
    ? [
        {
          code: 'cache-master-unknown',
          severity: 'unknown',
          subject,
          title: 'whether the cache has a master is not known',
          evidence,
          next,
        },
      ]
    : [
        {
          code: 'no-cache-master',
          severity: 'fail',
          subject,
          title: 'cache has no master: nothing can be written',
          evidence,
          next,
        },
      ];
}

function instanceFindings(instance: CacheInstance, namespace: string): readonly Finding[] {
  const { server, role, linkUp, loading, lastSaveWorked, memory } = instance;
  const next = server.startsWith('pod/')
    ? kubectl(namespace)`logs ${server} --tail=100`
    : `look at the log of ${server}`;
  const found: Finding[] = [];
  const warn = (code: string, title: string, evidence: string) =>
    found.push({ code, severity: 'warn', subject: server, title, evidence, next });
  if (loading) warn('cache-loading', 'cache server still reads its data from disk', 'loading is 1 (must be 0)');
  if (role === 'replica' && linkUp !== true) {
    warn(
      'cache-replica-unlinked',
      'cache replica is not linked to its master',
      'master_link_status is down (must be up)',
    );
  }
  if (!lastSaveWorked) warn('cache-not-saved', 'last save of the cache to disk failed', 'last save: err (must be ok)');
  const { limitBytes, usedBytes, policy } = memory;
  if (limitBytes !== undefined && policy === 'noeviction' && usedBytes >= memoryShare * limitBytes) {
    const use = `${formatBytes(usedBytes)} of ${formatBytes(limitBytes)}, ${formatShare(usedBytes / limitBytes)}`;
    warn(
      'cache-memory-full',
      'cache will soon refuse writes: it evicts nothing',
      `${use} (warns from ${formatShare(memoryShare)})`,
    );
  }
  return found;
}
