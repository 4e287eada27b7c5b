import { formatBytes } from '../domain/quantities.ts';
import {
  deleteOldFiles,
  fileIdentity,
  listOpenIdentities,
  moreMinutesThan,
  openIdentities,
} from '../observation/container-files.ts';
import { podMoved } from '../observation/pods.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep } from './executor.ts';

const timeoutMs = 60_000;

/** Delete the planned files of one directory, each only if it is still plain, as old, and not open. */
export default defineStep({
  kind: 'delete-files',
  ports: ['cluster'],
  provedBy: 'apply',
  precondition: async (context, step) => {
    const moved = await podMoved(context.ports.cluster, step.parameters);
    return moved === undefined ? { holds: true } : { holds: false, moved };
  },
  apply: async (context, step) => {
    const { files, minimumAgeMs, directory, ...target } = step.parameters;
    const { cluster } = context.ports;
    const open = openIdentities((await cluster.exec(target, listOpenIdentities, { timeoutMs })).stdout);
    const wanted = files.filter((file) => !open.has(fileIdentity(file.device, file.inode)));
    const command = deleteOldFiles(moreMinutesThan(minimumAgeMs));
    const result = await cluster.exec(target, command, { timeoutMs, stdin: namesOf(wanted.map((file) => file.path)) });
    const deleted = new TextDecoder()
      .decode(result.stdout)
      .split('\0')
      .filter((record) => /^\d+ \d+$/.test(record));
    if (deleted.length === 0 && wanted.length > 0 && result.exitCode !== 0)
      throw failed(step.subject, target, directory, result);
    const bytes = deleted.reduce((total, record) => total + Number(record.split(' ')[1]), 0);
    const spared = files.length - deleted.length;
    return {
      text: `${deleted.length} files, ${formatBytes(bytes)}${spared === 0 ? '' : `; ${spared} were in use, touched or gone by then`}`,
      measurements: [
        { name: 'files-deleted', subject: step.subject, value: deleted.length, unit: 'count' },
        { name: 'bytes-deleted', subject: step.subject, value: bytes, unit: 'bytes' },
        { name: 'files-spared', subject: step.subject, value: spared, unit: 'count' },
      ],
      findings: [],
    };
  },
  settle: async () => 'cannot-tell',
});

/** File names as bytes, each ended by NUL, as `-files0-from` reads them. */
function namesOf(paths: readonly string[]): Uint8Array {
  return Buffer.concat(paths.flatMap((path) => [Buffer.from(path, 'base64'), Buffer.of(0)]));
}

function failed(
  subject: string,
  target: { readonly namespace: string; readonly pod: string; readonly container: string },
  directory: string,
  result: { readonly exitCode: number; readonly stderr: Uint8Array },
): PortError {
  const old = /unknown predicate|unrecognized/i.test(new TextDecoder().decode(result.stderr));
  return new PortError({
    code: old ? 'missing-tool' : 'failed',
    subject,
    message: old
      ? 'find in the container does not know -files0-from (findutils 4.9 or newer is needed)'
      : `deleting ended with exit code ${result.exitCode} and no file deleted`,
    next: old
      ? 'update the image'
      : `\`kubectl -n ${target.namespace} exec ${target.pod} -c ${target.container} -- ls -la ${directory}\``,
  });
}
