/** Programs of the sandbox in an image: TypeScript of the checkout as JavaScript, and the npm packages that they import. */
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join, sep } from 'node:path';

/**
 * The JavaScript of a TypeScript file: types replaced by blanks, relative imports of `.ts` files turned into `.js`. A pod
 * that runs it needs 30 MB less memory than one that strips types itself.
 */
export function compiled(source: string): string {
  return stripTypeScriptTypes(source).replaceAll(/(\bfrom\s+'\.[^'\n]*)\.ts'/g, "$1.js'");
}

/** The path of a compiled file: `.ts` becomes `.js`. */
export function compiledName(path: string): string {
  return path.replace(/\.ts$/, '.js');
}

/**
 * The folders of npm packages of the checkout with everything that they need, by name. Throws for a package that is not
 * installed. Optional peers that are not installed are left out.
 */
export function packageFolders(checkout: string, names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const folder = join(checkout, 'node_modules', ...name.split('/'));
    if (!folder.startsWith(join(checkout, 'node_modules') + sep) || !existsSync(join(folder, 'package.json'))) {
      throw new Error(`An image needs the npm package ${name}, which is not in node_modules. Run npm ci.`);
    }
    found.set(name, folder);
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies?: object };
    waiting.push(...Object.keys(about.dependencies ?? {}));
  }
  return found;
}
