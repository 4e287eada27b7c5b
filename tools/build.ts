/**
 * `npm run build`: compile `src/` and bundle it once with @vercel/ncc, one chunk for each task and adapter that is loaded on
 * demand, and a stub of a few lines for each action. Writes `dist/` and nothing else. `-- --check` builds aside and fails
 * when `dist/` is stale.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pipelineActions } from '../src/runtime/pipeline-actions.ts';
import { taskIds } from './sync/registry.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const checking = process.argv.includes('--check');

interface Bundle {
  readonly code: string;
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
}
type Ncc = (entry: string, options: object) => Promise<Bundle>;

function compile(): void {
  rmSync(join(root, 'build'), { recursive: true, force: true });
  const result = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    { cwd: root, encoding: 'utf8' },
  );
  if (result.status !== 0) throw new Error(`tsc failed:\n${result.stdout}${result.stderr}`);
  writeFileSync(join(root, 'build', 'package.json'), '{ "type": "module" }\n');
}

function put(folder: string, name: string, content: string | Buffer): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const stub = (action: string, part: 'main' | 'post'): string =>
  `import { main } from '../main/index.js';\n\nawait main('${action}'${part === 'main' ? '' : `, '${part}'`});\n`;

async function bundle(into: string): Promise<void> {
  const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;
  const { code, assets } = await ncc(join(root, 'build', 'runtime', 'main.js'), {
    cache: false,
    minify: false,
    sourceMap: false,
    target: 'es2022',
    quiet: true,
  });
  put(into, 'main/index.js', code);
  for (const [name, { source }] of Object.entries(assets)) put(into, join('main', name), source);
  put(into, 'package.json', '{ "type": "module" }\n');
  for (const id of taskIds(root)) put(into, `${id}/index.js`, stub(id, 'main'));
  for (const { id, post } of pipelineActions) {
    put(into, `${id}/index.js`, stub(id, 'main'));
    if (post) put(into, `${id}/post.js`, stub(id, 'post'));
  }
}

function filesOf(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(relative(folder, path), readFileSync(path, 'latin1'));
  }
  return files;
}

function staleFiles(built: string): readonly string[] {
  const now = filesOf(built);
  const committed = filesOf(join(root, 'dist'));
  return [...new Set([...now.keys(), ...committed.keys()])].filter((name) => now.get(name) !== committed.get(name));
}

const started = performance.now();
compile();
const target = checking ? mkdtempSync(join(tmpdir(), 'rooivalk-dist-')) : join(root, 'dist');
if (!checking) rmSync(target, { recursive: true, force: true });
await bundle(target);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (checking) {
  const stale = staleFiles(target);
  rmSync(target, { recursive: true, force: true });
  if (stale.length > 0) {
    console.error(
      `dist/ is stale (${stale.slice(0, 5).join(', ')}${stale.length > 5 ? ', …' : ''}). Run \`npm run build\` and commit dist/.`,
    );
    process.exitCode = 1;
  } else console.log(`dist/ is what src/ builds (${seconds} s).`);
} else {
  const bytes = [...filesOf(target).values()].reduce((sum, content) => sum + content.length, 0);
  console.log(`Built dist/: ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s.`);
}
