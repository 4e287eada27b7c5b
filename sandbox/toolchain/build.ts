/** Programs that are built with Go: the control plane from our own module, the rest from published ones. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, toolDirectory } from './cache.ts';
import type { Go } from './go.ts';
import { pathWithGo } from './go.ts';
import { CONTROL_PLANE_NAMES, CONTROL_PLANE_SOURCE, controlPlaneVersion, ownVersion } from './locate.ts';
import type { Progress } from './progress.ts';
import { duration } from './progress.ts';
import { run } from './run.ts';
import { KUBERNETES_VERSION, PROGRAMS, type ToolName } from './versions.ts';

const ADVICE =
  'check that Go modules can be fetched (go env GOPROXY) and that some 4 GB of memory and 6 GB of disk are free, then run the same command again.';

/** Builds the control plane's binary and links its five names. */
export async function buildControlPlane(go: Go, progress: Progress): Promise<void> {
  const item = 'control plane';
  const [major, minor] = KUBERNETES_VERSION.split('.');
  const variable = (name: string, value: string): string => `-X k8s.io/component-base/version.${name}=${value}`;
  const flags = [
    '-s -w',
    variable('gitVersion', `v${KUBERNETES_VERSION}`),
    variable('gitMajor', String(major)),
    variable('gitMinor', String(minor)),
  ].join(' ');
  progress.start(item, `building Kubernetes ${KUBERNETES_VERSION} and etcd (about 5 min on two cores)`);
  await intoCache('control-plane', controlPlaneVersion(), async (work) => {
    await run(
      [
        go.command,
        'build',
        '-v',
        '-trimpath',
        '-buildvcs=false',
        '-ldflags',
        flags,
        '-o',
        join(work, 'control-plane'),
        '.',
      ],
      {
        item: 'the control plane',
        advice: ADVICE,
        cwd: CONTROL_PLANE_SOURCE,
        env: { ...go.env, PATH: pathWithGo(go) },
        onLine: countPackages(item, progress),
      },
    );
    for (const name of CONTROL_PLANE_NAMES) symlinkSync('control-plane', join(work, name));
  });
  progress.done(item, `Kubernetes ${KUBERNETES_VERSION}, etcd`);
}

/** Builds one small program of this checkout. */
export async function buildOwn(name: ToolName, go: Go, progress: Progress): Promise<void> {
  const program = PROGRAMS[name];
  if (program.kind !== 'own') throw new Error(`${name} is not a program of this checkout`);
  progress.start(name, `building ${program.source}`);
  await intoCache(name, ownVersion(program.source), async (work) => {
    await run([go.command, 'build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', join(work, name), '.'], {
      item: name,
      advice: ADVICE,
      cwd: join(CHECKOUT, program.source),
      env: { ...go.env, PATH: pathWithGo(go) },
    });
  });
  progress.done(name);
}

/** Builds one published program into its folder of the cache. */
export async function buildProgram(name: ToolName, go: Go, progress: Progress): Promise<void> {
  const program = PROGRAMS[name];
  if (program.kind !== 'go') throw new Error(`${name} is not built with Go`);
  progress.start(name, `building ${name} ${program.version} (about ${duration(program.seconds * 1000)} on two cores)`);
  await intoCache(name, program.version, async (work) => {
    await run(
      [go.command, 'install', '-v', '-trimpath', '-ldflags', '-s -w', `${program.package}@${program.version}`],
      {
        item: `${name} ${program.version}`,
        advice: ADVICE,
        cwd: work,
        env: { ...go.env, GOBIN: work, PATH: pathWithGo(go) },
        onLine: countPackages(name, progress),
      },
    );
    if (!existsSync(join(work, name)))
      throw new Error(`Building ${program.package} left no program "${name}" in ${work}.`);
  });
  progress.done(name, program.version);
}

/** Turns the lines of `go build -v` (one package each) into progress. */
function countPackages(item: string, progress: Progress): (line: string) => void {
  let packages = 0;
  return (line) => {
    if (line.startsWith('go: downloading')) return progress.update(item, line.slice(4));
    if (!/^[\w./~-]+$/.test(line)) return;
    packages++;
    progress.update(item, `${packages} packages compiled, now ${line}`);
  };
}

/** Lets `build` fill a folder beside the final one, which appears only when it is complete. */
async function intoCache(name: string, version: string, build: (work: string) => Promise<void>): Promise<void> {
  const target = toolDirectory(name, version);
  const work = `${target}.unfinished`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  chmodSync(work, 0o755);
  await build(work);
  rmSync(target, { recursive: true, force: true });
  renameSync(work, target);
}
