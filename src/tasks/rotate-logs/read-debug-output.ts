/** One log file as logrotate sees it. */
export interface ConsideredLog {
  readonly path: string;
  readonly needsRotation: boolean;
}

/** What `logrotate --debug` said. */
export interface DebugOutput {
  readonly logs: readonly ConsideredLog[];
  /** The folders that its patterns are about, each once, at most 20, whether or not there is a log in them now. */
  readonly folders: readonly string[];
  /** Lines that begin with `error:`, shortened; the text comes from the container. */
  readonly errors: readonly string[];
}

const mostFolders = 20;

/**
 * Read what logrotate 3.x prints in debug mode: `rotating pattern: <patterns>  <when>`, then for each log `considering log
 * <path>` and `log needs rotating` or `log does not need rotating (<why>)`. A path that is not absolute is left out: the
 * output is the container's word, not ours.
 */
export function readDebugOutput(text: string): DebugOutput {
  const logs: ConsideredLog[] = [];
  const errors: string[] = [];
  let current: string | undefined;
  for (const line of text.split('\n')) {
    const considered = /^considering log (\/.*)$/.exec(line);
    const verdict = /^\s+log (needs|does not need) rotating/.exec(line);
    if (considered) current = considered[1];
    else if (verdict && current !== undefined) {
      logs.push({ path: current, needsRotation: verdict[1] === 'needs' });
      current = undefined;
    } else if (/^error: /.test(line)) errors.push(line.slice(0, 200));
  }
  return { logs, folders: patternFolders(text), errors };
}

/** The folder of each pattern, up to the first part with a wildcard (glob(7)). */
function patternFolders(text: string): readonly string[] {
  const folders = new Set<string>();
  for (const [, patterns = ''] of text.matchAll(/^rotating pattern: (.*?)(?: {2}|$)/gm)) {
    for (const [, quoted, plain] of patterns.matchAll(/["']([^"']*)["']|(\S+)/g)) {
      const [fixed = ''] = (quoted ?? plain ?? '').split(/(?<=\/)[^/]*[*?[]/);
      if (fixed.startsWith('/')) folders.add(folderOf(fixed));
    }
  }
  return [...folders].slice(0, mostFolders);
}

/** The folders that hold these files, each once, at most 20. */
export const foldersOf = (files: readonly { readonly path: string }[]): readonly string[] =>
  [...new Set(files.map(({ path }) => folderOf(path)))].slice(0, mostFolders);

const folderOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));
