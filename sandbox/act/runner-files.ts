/** The files through which an action talks to its runner: outputs, state, environment, summary. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The variables that name the files. */
const fileVariables = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;

/** Makes the files, empty, and returns the variables that name them. */
export function runnerFiles(folder: string): Record<(typeof fileVariables)[number], string> {
  mkdirSync(folder, { recursive: true });
  const files = fileVariables.map((name) => [name, join(folder, name.toLowerCase())] as const);
  for (const [, file] of files) writeFileSync(file, '');
  return Object.fromEntries(files) as Record<(typeof fileVariables)[number], string>;
}

/**
 * Reads a file of `name=value` lines and `name<<DELIMITER` blocks.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings
 *
 * @throws Error for a line that is neither, and for a block that never ends, as the runner does.
 */
export function readAssignments(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split('\n');
  const found: Record<string, string> = {};
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/\r$/, '');
    if (line === '') continue;
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block === null) {
      const equals = line.indexOf('=');
      if (equals < 1) throw new Error(`Invalid format ${JSON.stringify(line.slice(0, 80))} in a file command`);
      found[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    const [, name, delimiter] = block as unknown as [string, string, string];
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0)
      throw new Error(`The value of ${name} in a file command has no end: ${JSON.stringify(delimiter)} is missing`);
    found[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return found;
}
