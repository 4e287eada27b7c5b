import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Step } from './rewriting.ts';

/** A point at which a job waits for the scene: what happens between two of its steps. */
export interface Barrier {
  readonly step: Step;
  /** Resolves when the job is there; rejects when it has not come within 3 min. */
  readonly reached: () => Promise<void>;
  /** Lets the job go on; the lines (`name=value`) become outputs of the step. */
  readonly go: (outputs?: Readonly<Record<string, string>>) => void;
}

const longestMs = 180_000;

/** A barrier by its name, which is the step's id too. `folder` is a scratch folder that job and scene both see. */
export function barrier(folder: string, name: string): Barrier {
  const arrived = join(folder, `${name}.reached`);
  const opened = join(folder, `${name}.go`);
  return {
    step: {
      name: `Wait: ${name}`,
      id: name,
      if: 'always()',
      run: `touch '${arrived}'\nuntil [ -f '${opened}' ]; do sleep 0.1; done\ncat '${opened}' >> "$GITHUB_OUTPUT"\n`,
    },
    async reached() {
      const deadline = Date.now() + longestMs;
      while (!existsSync(arrived)) {
        if (Date.now() > deadline) throw new Error(`no job has come to "${name}" within 3 min`);
        await sleep(100);
      }
    },
    go(outputs = {}) {
      const lines = Object.entries(outputs).map(([key, value]) => `${key}=${value}\n`);
      // written whole before it can be seen: the job must not read half of it
      writeFileSync(`${opened}.new`, lines.join(''));
      renameSync(`${opened}.new`, opened);
    },
  };
}
