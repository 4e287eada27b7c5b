import { maintenanceNamespace } from '../../../src/adapters/kubernetes/stored-text.ts';
import type { Report } from '../../../src/domain/report/schema.ts';
import { atLeast } from '../../../src/domain/verdict.ts';
import type { ApiFault, Served } from './faults.ts';
import type { Ran } from './run.ts';
import type { Disturbance } from './served-cluster.ts';

/** How much longer than in calm a job may take because one call failed, ms. */
const mostLostMs = 60_000;

const ofTime = new Set(['durationMs', 'startedAt', 'finishedAt', 'firstSeen', 'openedLate']);
const agesIn = new Set(['ms', 'days']);

/** A report without what differs between any two runs: when something was, how old it was, how much time there was left. */
export function essence(report: Report | undefined): string {
  const text = JSON.stringify(report, (key, value: unknown) => {
    if (ofTime.has(key)) return undefined;
    const { unit } = (value ?? {}) as { unit?: string };
    return unit !== undefined && agesIn.has(unit) ? { ...(value as object), value: 0 } : value;
  });
  return text.replaceAll(/\([^)"]* ago\) and is open for [^"]* more/g, 'and is open');
}

/** What a report, or what was printed besides, says of a fault. */
const words: Readonly<Record<string, RegExp>> = {
  '429': /HTTP 429/,
  '500': /HTTP 500|was lost/,
  '410': /HTTP 410/,
  reset: /was lost/,
  'half-open': /did not answer in time|did not end within|went dead/,
};

/** What must not be after one call failed; none where all is as it should. */
export function objections(ran: Ran, calm: Ran, { call, fault }: Disturbance): readonly string[] {
  const served = calm.calls.find(({ number }) => number === call);
  if (served === undefined) throw new TypeError(`there is no call ${call}`);
  return [
    ...(ran.tookMs > calm.tookMs + mostLostMs ? [`it took ${ran.tookMs} ms instead of ${calm.tookMs}`] : []),
    ...(ran.journalOpen ? ['the journal stays open'] : []),
    ...told(ran, calm, fault, served),
    ...takenTwice(ran),
    ...notChosen(ran, calm),
  ];
}

/** A fault that was retried away leaves no trace; any other is named, and what was not read is not called healthy. */
function told(ran: Ran, calm: Ran, fault: ApiFault, served: Served): readonly string[] {
  const report = ran.told[0]?.report;
  if (report === undefined) return ['there is no report'];
  const same = essence(report) === essence(calm.told[0]?.report);
  if (fault.retried(served)) return same ? [] : ['it is not as if nothing had been'];
  const isNamed = words[String(fault.status ?? fault.connection)]?.test(JSON.stringify(ran.told)) === true;
  if (!same && !isNamed) return ['the cause is not named'];
  if (same) return isNamed || isMadeGood(served) ? [] : ['nothing tells of it'];
  const { method, path } = served;
  const isReading = method === 'GET' || method === 'EXEC';
  if (!isReading || atLeast(report.verdict, 'unknown')) return [];
  // which findings are new says nothing of the platform; that it is not known is said
  return path.includes('/state-findings') ? [] : [`what was not read counts as ${report.verdict}`];
}

/** What no reader of the report has to know, since it is done again, or settled by looking. */
function isMadeGood({ method, path }: Served): boolean {
  return method !== 'GET' || path.includes('/leases/') || path.includes('labelSelector=rooivalk.maintenance%2Fjournal');
}

/** A change of the platform, or a command that changes something in a pod, that happened more often than it should. */
function takenTwice({ scene: { fake } }: Ran): readonly string[] {
  const changes = fake
    .changes()
    .filter(({ namespace }) => namespace !== maintenanceNamespace)
    // by what was there before as well: putting the second step back gives what the first one made
    .map(({ verb, resource, name, before, after }) => {
      const specs = [before, after].map((object) => (object as { spec?: unknown } | undefined)?.spec);
      return `${verb} ${resource.plural}/${name} ${JSON.stringify(specs)}`;
    });
  const commands = fake
    .calls()
    .filter(
      ({ command = [] }) => command.includes('-delete') || (command[0] === 'logrotate' && command[1] !== '--debug'),
    )
    .map(({ name, command }) => `${name} ${command?.join(' ')}`);
  const all = [...changes, ...commands];
  return [...new Set(all.filter((each, index) => all.indexOf(each) !== index))].map((each) => `twice: ${each}`);
}

/** Every subject is as before or as planned, and the last report that speaks of it says which. */
function notChosen({ scene, before, told: reports }: Ran, calm: Ran): readonly string[] {
  const now = (scene.world.subjects?.() ?? {}) as Record<string, unknown>;
  const planned = (calm.scene.world.subjects?.() ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => JSON.stringify(value);
  return Object.entries(now).flatMap(([subject, value]) => {
    if (text(value) === text(before[subject])) return [];
    if (text(value) !== text(planned[subject])) return [`${subject} is ${text(value)}, which nobody has chosen`];
    const name = subject.split('/').at(-1) ?? subject;
    const says = reports.some(({ report }) =>
      report?.tasks.some(({ applied, undone }) => [...applied, ...undone].some(({ step }) => step.includes(name))),
    );
    return says ? [] : [`${subject} was changed, and no report says so`];
  });
}
