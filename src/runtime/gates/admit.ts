import type { PlanDocument } from '../../domain/approval/document.ts';
import type { Here } from '../../domain/approval/here.ts';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import { calendarOf } from '../../domain/configuration/windows.ts';
import { digestOf } from '../../domain/json.ts';
import { type Admission, type Asking, planJobName } from '../../pipeline/approve/asking.ts';
import { admitByEnvironment, admitUngated } from '../../pipeline/approve/environment-gate.ts';
import { admitByIssue } from '../../pipeline/approve/issue-gate.ts';
import { renderApproval } from '../../render/plan/approval.ts';
import { systemClock } from '../clock.ts';
import { configurationText } from '../configuration-file.ts';
import { type Process, runWord } from '../process.ts';
import { readInputs } from '../task-inputs.ts';
import { checkoutFile, openForge } from '../wiring/forge.ts';
import type { OpenPlatform } from '../wiring/platform.ts';
import { apply as declaration } from './actions.ts';
import { buildDigest } from './build-digest.ts';

export type { Admission } from '../../pipeline/approve/asking.ts';

/** Everything that a guard asks with, for a job of this process. */
export async function askingOf(
  self: Process,
  configuration: Configuration,
  platform: OpenPlatform,
): Promise<Asking & { readonly approvers?: readonly string[] }> {
  const { approval } = configuration;
  return {
    forge: await openForge(self),
    spent: platform.maintenance.spent,
    clock: systemClock,
    job: self.environment.job,
    run: runWord(self.environment.run, self.environment.job),
    calendar: calendarOf(configuration),
    digestInComment: approval.digestInComment,
    file: (path) => checkoutFile(self, path),
    here: (document) => hereOf(self, platform, document),
    render: renderApproval,
    progress: (text) => self.stdout.print(text),
    ...(approval.approvers === undefined ? {} : { approvers: approval.approvers }),
  };
}

/** Let the guard of the configured gate judge what this job was started for. Rejects with a PortError when it cannot be asked. */
export async function admit(self: Process, configuration: Configuration, platform: OpenPlatform): Promise<Admission> {
  const asking = await askingOf(self, configuration, platform);
  const given = readInputs('apply', declaration.inputs, self.environment) as unknown as {
    readonly type: string;
    readonly digest: string;
    readonly artifact: string;
    readonly comment: number;
  };
  const handed = { digest: given.digest, artifact: given.artifact, planJob: planJobName };
  if (given.type === 'preventive') return admitUngated(asking, handed);
  if (configuration.approval.gate === 'issue') {
    return admitByIssue({ ...asking, comment: given.comment, type: given.type });
  }
  return admitByEnvironment(asking, handed);
}

async function hereOf(
  self: Process,
  platform: OpenPlatform,
  document: PlanDocument,
): Promise<Omit<Here, 'repositoryId' | 'commit'>> {
  const { uid = '' } = await platform.identity();
  const servers = Object.keys(document.platform.databases);
  const { database } = servers.length === 0 ? { database: undefined } : await platform.ports(['database']);
  const identifiers = servers.map(async (server) => [server, await database?.systemIdentifier(server)] as const);
  return {
    build: buildDigest(),
    configuration: digestOf(configurationText(self.environment.workspace)),
    cluster: uid,
    databases: Object.fromEntries((await Promise.all(identifiers)).map(([server, id]) => [server, id ?? ''])),
  };
}
