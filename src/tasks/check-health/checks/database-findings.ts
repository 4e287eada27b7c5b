import type { Finding } from '../../../domain/finding/finding.ts';
import { kubectl } from '../../../domain/kubernetes/kubectl.ts';
import { counted, formatBytes, formatShare, formatSpan } from '../../../domain/quantities.ts';
import type { Replication, Standby } from '../../../ports/database.ts';
import { type JudgeContext, notSeen } from '../check.ts';
import type { SeenServer } from './seen-server.ts';

const look = (namespace: string, server: string): string =>
  server.startsWith('pod/') ? kubectl(namespace)`logs ${server} --tail=100` : `look at the log of ${server}`;

/** How full the server is of sessions. */
export function connectionFindings({ instance, connections }: SeenServer, context: JudgeContext): readonly Finding[] {
  const { server } = instance;
  const { inputs, platform } = context;
  const next = '`select application_name, state, count(*) from pg_stat_activity group by 1, 2 order by 3 desc`';
  if ('trouble' in connections) {
    const trouble = { ...connections.trouble, subject: server };
    return [
      notSeen('connections-unknown', trouble, 'connections in use are not known', look(platform.namespace, server)),
    ];
  }
  const { used, max, reserved, idleInTransaction } = connections.value;
  const usable = max - reserved;
  const share = usable > 0 ? used / usable : 1;
  if (share < inputs['connections-warning']) return [];
  const bounds = `warns from ${formatShare(inputs['connections-warning'])}, fails from ${formatShare(inputs['connections-critical'])}`;
  return [
    {
      code: 'connections-nearly-used-up',
      severity: share >= inputs['connections-critical'] ? 'fail' : 'warn',
      subject: server,
      title: 'connections of the database are nearly used up',
      evidence: `${used} of ${usable} in use, ${formatShare(share)} (${bounds}); ${idleInTransaction} idle in a transaction`,
      next,
    },
  ];
}

/** Standbys: that they are there, follow, and how far they are behind; from both ends. */
export function replicationFindings(
  servers: readonly SeenServer[],
  total: number,
  context: JudgeContext,
): readonly Finding[] {
  return servers.flatMap(({ instance, replication }) => {
    const { server } = instance;
    const next = look(context.platform.namespace, server);
    if ('trouble' in replication) {
      return [
        notSeen('replication-unknown', { ...replication.trouble, subject: server }, 'replication is not known', next),
      ];
    }
    const { value } = replication;
    if (value.role === 'standby') return standbyFindings(server, value, context);
    if (!instance.readsStatistics) {
      const grant = `\`grant pg_read_all_stats to ${instance.user}\``;
      const message = `user ${instance.user} may not see the standbys`;
      return [
        notSeen(
          'replication-unknown',
          { code: 'forbidden', subject: server, message },
          'replication is not known',
          grant,
        ),
      ];
    }
    return [
      ...missingStandbys(server, value.standbys, total, context),
      ...value.standbys.flatMap((each) => laggingStandby(server, each, context)),
    ];
  });
}

function missingStandbys(
  server: string,
  standbys: readonly Standby[],
  total: number,
  context: JudgeContext,
): readonly Finding[] {
  const { database, namespace } = context.platform;
  // behind an address only one server is known
  const expected = database.address === undefined ? total - 1 : 0;
  const streaming = standbys.filter(({ state }) => state === 'streaming').length;
  if (streaming >= expected) return [];
  return [
    {
      code: 'standby-missing',
      severity: 'warn',
      subject: server,
      title: 'a standby does not follow the primary',
      evidence: `${streaming} of ${counted(expected, 'standby', 'standbys')} streaming`,
      next: kubectl(namespace)`get pods -l ${database.workload.selector} -o wide`,
    },
  ];
}

function laggingStandby(server: string, standby: Standby, { inputs, platform }: JudgeContext): readonly Finding[] {
  const limit = inputs['replication-lag'];
  const { application, state, lagBytes, lagMs = 0 } = standby;
  if (lagMs <= limit) return [];
  return [
    {
      code: 'standby-behind',
      severity: 'warn',
      subject: `standby ${application.slice(0, 100)} of ${server}`,
      title: 'standby is behind its primary',
      evidence: `${formatSpan(lagMs)} behind (warns above ${formatSpan(limit)}), ${formatBytes(lagBytes)} not replayed, ${state}`,
      next: look(platform.namespace, server),
    },
  ];
}

function standbyFindings(
  server: string,
  { receiving, lagBytes, lastReplayedMs = 0 }: Extract<Replication, { role: 'standby' }>,
  { inputs, platform }: JudgeContext,
): readonly Finding[] {
  const next = look(platform.namespace, server);
  if (!receiving) {
    const title = 'standby receives nothing from its primary';
    const evidence = `no connection to the primary; last replayed ${formatSpan(lastReplayedMs)} ago`;
    return [{ code: 'standby-not-receiving', severity: 'warn', subject: server, title, evidence, next }];
  }
  const limit = inputs['replication-lag'];
  // while nothing is written the last transaction is old, and nothing is missing
  if (lagBytes === 0 || lastReplayedMs <= limit) return [];
  const evidence = `replayed up to ${formatSpan(lastReplayedMs)} ago (warns above ${formatSpan(limit)}), ${formatBytes(lagBytes)} received and not replayed`;
  return [
    {
      code: 'standby-behind',
      severity: 'warn',
      subject: server,
      title: 'standby is behind its primary',
      evidence,
      next,
    },
  ];
}
