import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place where the clock, chance or the environment is read outside `src/runtime`. */
export interface Impurity {
  readonly place: string;
  readonly found: string;
}

const sources: readonly (readonly [string, RegExp])[] = [
  ['the clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/],
  ['chance', /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bgetRandomValues\(/],
  ['the environment', /\bprocess\.env\b/],
];

/** Read every file of `src` but `src/runtime`; comments do not count. */
export function impurities(root: string): readonly Impurity[] {
  const folder = join(root, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('runtime/'),
  );
  return files.flatMap((name) => impureLines(`src/${name}`, readFileSync(join(folder, name), 'utf8')));
}

/** The impure lines of one file. */
export function impureLines(name: string, text: string): readonly Impurity[] {
  return text.split('\n').flatMap((line, index) => {
    const code = line.replace(/\/\/.*$|^\s*\*.*$|\/\*.*?\*\//g, '');
    return sources
      .filter(([, pattern]) => pattern.test(code))
      .map(([found]) => ({ place: `${name}:${index + 1}`, found }));
  });
}
