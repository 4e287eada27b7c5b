/** The state of the sandbox's parts, for people and for programs. */
import { access, describeAccess } from './access.ts';
import { control } from './supervisor/control.ts';
import { type SandboxState, sandboxState } from './supervisor/enter.ts';
import type { PartStatus } from './supervisor/supervised.ts';
import type { SupervisorStatus } from './supervisor/supervisor.ts';
import { duration } from './toolchain/progress.ts';

/** The table of parts and how to reach them. */
export function renderStatus(status: SupervisorStatus, state: SandboxState): string {
  const since = duration(Date.now() - Date.parse(state.startedAt));
  const rows = status.parts.map(row);
  const widths = [0, 1].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const table = rows.map(([name, what, note]) =>
    `  ${name.padEnd(widths[0] ?? 0)}  ${what.padEnd(widths[1] ?? 0)}  ${note}`.trimEnd(),
  );
  return [
    `The sandbox is ${status.phase}, for ${since} (process ${state.pid}).`,
    '',
    ...table,
    '',
    describeAccess(state),
  ].join('\n');
}

function row(part: PartStatus): [string, string, string] {
  const notes = [
    part.startMs === undefined ? '' : `in ${duration(part.startMs)}`,
    part.restarts === 0 ? '' : `restarted ${part.restarts} ${part.restarts === 1 ? 'time' : 'times'}`,
    part.reason?.split('\n')[0] ?? '',
  ];
  return [part.name, part.state, notes.filter(Boolean).join(', ')];
}

/** What `status` prints; throws a `NoSandboxError` when none is up. */
export async function statusText(json: boolean): Promise<string> {
  const state = sandboxState();
  const status = await control(state.directory).status();
  if (!json) return renderStatus(status, state);
  return JSON.stringify({ ...status, state, access: access(state) }, null, 2);
}
