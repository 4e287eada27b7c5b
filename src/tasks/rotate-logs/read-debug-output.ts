/** One log file as logrotate sees it. */
export interface ConsideredLog {
  readonly path: string;
  readonly needsRotation: boolean;
}

/** What `logrotate --debug` said. */
export interface DebugOutput {
  readonly logs: readonly ConsideredLog[];
  /** Lines that begin with `error:`, shortened; the text comes from the container. */
  readonly errors: readonly string[];
}

/**
 * Read what logrotate 3.x prints in debug mode: `considering log <path>`, then `log needs rotating` or `log does not need
 * rotating (<why>)`. A path that is not absolute is left out: the output is the container's word, not ours.
 */
export function readDebugOutput(text: string): DebugOutput {
  const logs: ConsideredLog[] = [];
  const errors: string[] = [];
  let current: string | undefined;
  for (const line of text.split('\n')) {
    const considered = /^considering log (\/.*)$/.exec(line);
    if (considered) current = considered[1];
    else if (/^\s+log needs rotating/.test(line) && current !== undefined) {
      logs.push({ path: current, needsRotation: true });
      current = undefined;
    } else if (/^\s+log does not need rotating/.test(line) && current !== undefined) {
      logs.push({ path: current, needsRotation: false });
      current = undefined;
    } else if (/^error: /.test(line)) errors.push(line.slice(0, 200));
  }
  return { logs, errors };
}

/** The folders that hold these logs, each once, at most 20. */
export function foldersOf(logs: readonly ConsideredLog[]): readonly string[] {
  const folders = logs.map((log) => log.path.slice(0, Math.max(1, log.path.lastIndexOf('/'))));
  return [...new Set(folders)].slice(0, 20);
}
