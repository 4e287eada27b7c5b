import type { Finding } from '../../../domain/finding/finding.ts';
import { kubectl } from '../../../domain/kubernetes/kubectl.ts';
import { workloadSubject } from '../../../domain/kubernetes/pod-owner.ts';
import type { Measurement } from '../../../domain/measurement.ts';
import { counted } from '../../../domain/quantities.ts';
import { attempt, type Trouble } from '../../../observation/trouble.ts';
import type { Instance } from '../../../ports/database.ts';
import { type Asked, askServers, isNobodyThere, nobodyThere, silentServer } from '../ask-servers.ts';
import { defineCheck, type JudgeContext, notSeen } from '../check.ts';
import { connectionFindings, replicationFindings } from './database-findings.ts';
import type { SeenServer } from './seen-server.ts';

/** What is seen of the database. */
export interface SeenDatabase {
  readonly servers: readonly Asked<SeenServer>[];
  /** Set when there is not one server. */
  readonly nobody?: Trouble;
}

/** Database: every server accepts connections, exactly one takes writes, and its standbys follow. */
export const database = defineCheck<SeenDatabase>({
  area: 'database',
  observe: async (context) => {
    const { database: port } = context.ports;
    const listed = await attempt('database', () => port.servers());
    if ('trouble' in listed) return { servers: [], nobody: listed.trouble };
    const servers = await askServers(context, listed.value, async (server): Promise<SeenServer> => {
      const instance = await port.instance(server);
      return {
        instance,
        connections: await attempt(server, () => port.connections(server)),
        replication: await attempt(server, () => port.replication(server)),
        disk: await attempt(server, () => port.disk(server)),
      };
    });
    return { servers };
  },
  judge: (seen, context) => {
    const { namespace, database: configured } = context.platform;
    const { workload } = configured;
    if (seen.nobody !== undefined) {
      const subject = workloadSubject(workload.kind, workload.name);
      const finding = isNobodyThere(seen.nobody)
        ? nobodyThere('database', seen.nobody, subject)
        : notSeen(
            'database-not-asked',
            seen.nobody,
            'database could not be asked',
            kubectl(namespace)`describe ${subject}`,
          );
      return { findings: [finding], measurements: [], line: 'database not seen' };
    }
    const well = seen.servers.flatMap((each) => ('value' in each ? [each.value] : []));
    const primary = primaryOf(seen);
    return {
      findings: [
        ...seen.servers.flatMap((each) => ('trouble' in each ? [silentServer('database', each, namespace)] : [])),
        ...roleFindings(seen, context),
        ...well.flatMap((server) => connectionFindings(server, context)),
        ...replicationFindings(well, seen.servers.length, context),
        ...well.flatMap(({ disk, instance }) =>
          'trouble' in disk
            ? [
                notSeen(
                  'database-disk-unknown',
                  { ...disk.trouble, subject: instance.server },
                  'disk use of the database is not known',
                  kubectl(namespace)`describe ${instance.server}`,
                ),
              ]
            : [],
        ),
      ],
      measurements: well.flatMap(measurementsOf),
      line: `${well.length} of ${counted(seen.servers.length, 'database server')} answer${
        primary === undefined ? ', no single primary' : `, primary ${primary.server}`
      }`,
    };
  },
});

/** The one server that takes writes; undefined when none is seen, or more than one. */
export function primaryOf({ servers }: SeenDatabase): Instance | undefined {
  const primaries = primariesOf(servers);
  return primaries.length === 1 ? primaries[0] : undefined;
}

function primariesOf(servers: readonly Asked<SeenServer>[]): readonly Instance[] {
  const instances = servers.flatMap((each) => ('value' in each ? [each.value.instance] : []));
  return instances.filter(({ role }) => role === 'primary');
}

/** None or two primaries. Where a server could not be asked, whether there is one is not known. */
function roleFindings({ servers }: SeenDatabase, { platform }: JudgeContext): readonly Finding[] {
  const { namespace, database: configured } = platform;
  const subject = workloadSubject(configured.workload.kind, configured.workload.name);
  const next = kubectl(namespace)`get pods -l ${configured.workload.selector} -o wide`;
  const primaries = primariesOf(servers);
  if (primaries.length === 1) return [];
  if (primaries.length > 1) {
    const evidence = `${primaries.map(({ server }) => server).join(', ')} (exactly 1 must)`;
    const stop = `stop all but one of them before their data differ further: ${next}`;
    return [
      {
        code: 'two-primaries',
        severity: 'fail',
        subject,
        title: 'more than one database server takes writes',
        evidence,
        next: stop,
      },
    ];
  }
  const unknown = servers.filter((each) => 'trouble' in each && each.podDown === undefined).length;
  const answered = servers.filter((each) => 'value' in each).length;
  // that none could be asked is said already
  if (answered === 0 && servers.length > 0) return [];
  const evidence = `0 primaries (exactly 1 must be): ${counted(answered, 'standby', 'standbys')} answered, ${servers.length - answered} did not`;
  return unknown > 0
    ? [
        {
          code: 'primary-unknown',
          severity: 'unknown',
          subject,
          title: 'whether a database server takes writes is not known',
          evidence,
          next,
        },
      ]
    : [{ code: 'no-primary', severity: 'fail', subject, title: 'no database server takes writes', evidence, next }];
}

function measurementsOf({ instance, connections, disk }: SeenServer): readonly Measurement[] {
  const subject = instance.server;
  return [
    ...('value' in connections
      ? [
          {
            name: 'database-connections',
            subject,
            value: connections.value.used,
            unit: 'count' as const,
            comparedWith: { what: 'max_connections', value: connections.value.max },
          },
        ]
      : []),
    ...('value' in disk
      ? [{ name: 'database-disk-used', subject, value: disk.value.usedBytes, unit: 'bytes' as const }]
      : []),
  ];
}
