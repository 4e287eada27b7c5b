// Runs a TypeScript program of this repository under its own Node 24, whatever Node started this file. Installs the
// locked dependencies first when they are missing or no longer those of the lock file: `git clone`, `npm start` is enough.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const binaries = join(root, 'node_modules', '.bin');

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Whether npm's own record of what is installed holds every locked package in its locked version. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || installed[path]?.version === version,
  );
}

function installDependencies() {
  if (isInstalled()) return;
  const started = Date.now();
  process.stderr.write('Installing the locked dependencies (npm ci) …\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0)
    fail('npm ci failed: see its lines above. It needs the npm registry; then run the same command again.');
  process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

const [program, ...rest] = process.argv.slice(2);
if (program === undefined) fail('usage: node tools/bootstrap.mjs <program.ts> [argument …]');
installDependencies();
const node = join(binaries, 'node');
if (!existsSync(node))
  fail(
    `${node} is missing: the package "node" was not installed. Remove node_modules and run the command again (install scripts must be allowed for it).`,
  );
const child = spawn(node, [join(root, program), ...rest], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` },
});
// The program stops what it started before it ends: it is waited for, whatever signal comes. A terminal's Ctrl-C reaches
// it by itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.once('error', (error) => fail(`${node} could not be started: ${error.message}`));
child.once('exit', (status, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (status ?? 1)));
