import type { Drill } from '../../ports/drill.ts';
import type { DrillHost } from './host.ts';
import { readBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { sweep } from './work-folder.ts';

export type { DrillHost } from './host.ts';

/** The port `drill` on this machine. What drills of killed runs left behind is removed before anything else. */
export function createDrill(host: DrillHost): Drill {
  let swept: Promise<void> | undefined;
  return {
    read: readBackup,
    restore: async (files, request, signal) => {
      swept ??= sweep(host.folder);
      await swept;
      return restoreBackup(host, files, request, signal);
    },
  };
}
