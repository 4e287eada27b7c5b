/**
 * `npm run check`: format, lint, types, purity, directions, generated files, `dist/`, workflows, gated jobs. Seconds, no sandbox. Everything
 * runs, and everything that is wrong is said.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gateFaults } from './gated-jobs.ts';
import { impurities } from './impurity.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = process.execPath;
const module = (path: string) => join(root, 'node_modules', path);

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'format and lint', command: [node, module('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: [node, module('typescript/bin/tsc'), '-p', 'tsconfig.json'] },
  { name: 'purity of src/domain', command: [node, module('typescript/bin/tsc'), '-p', 'tsconfig.domain.json'] },
  {
    name: 'directions',
    command: [
      node,
      module('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      'src',
      'tools',
      'sandbox',
      'test',
    ],
  },
  { name: 'generated files', command: [node, 'tools/sync.ts', '--check'] },
  { name: 'dist', command: [node, 'tools/build.ts', '--check'] },
  { name: 'workflows', command: [node, 'tools/check-workflows.ts'] },
];

interface Result {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

function run({ name, command: [program = node, ...rest] }: Check): Promise<Result> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (code) =>
      resolve({ name, ok: code === 0, output, seconds: (performance.now() - started) / 1000 }),
    );
  });
}

function clockAndChance(): Result {
  const found = impurities(root);
  const output = found
    .map(
      ({ place, found: what }) =>
        `${place}: reads ${what}. Only src/runtime may: hand it in as an argument (src/ports/clock.ts for time).`,
    )
    .join('\n');
  return { name: 'clock, chance, environment', ok: found.length === 0, output, seconds: 0 };
}

function gatedJobs(): Result {
  const found = gateFaults(root);
  const output = found.map(({ file, fault }) => `${file}: ${fault}`).join('\n');
  return { name: 'gated jobs', ok: found.length === 0, output, seconds: 0 };
}

const results = [clockAndChance(), gatedJobs()];
const queue = [...checks];
const worker = async () => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.push(await run(next));
};
await Promise.all([worker(), worker()]);

for (const { name, ok, output, seconds } of results) {
  console.log(`${ok ? 'ok    ' : 'WRONG '} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok)
    console.log(
      output
        .trim()
        .split('\n')
        .map((line) => `       ${line}`)
        .join('\n'),
    );
}
if (results.some(({ ok }) => !ok)) process.exitCode = 1;
