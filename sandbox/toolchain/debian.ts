/** Debian packages, without the services that some of them start. */
import { spawnSync } from 'node:child_process';
import type { Progress } from './progress.ts';
import { asRoot, rootAccess } from './root.ts';
import { InstallError, run } from './run.ts';

const POLICY = '/usr/sbin/policy-rc.d';
/** Units of the packages above that would otherwise start with the next boot. */
const UNITS = ['redis-server', 'postgresql', 'prometheus', 'prometheus-node-exporter'];

/** Installs `packages` with apt, starting no service now or at the next boot. */
export async function installDebian(packages: readonly string[], progress: Progress): Promise<void> {
  const item = 'system packages';
  if (spawnSync('apt-get', ['--version']).status !== 0) {
    throw new InstallError(
      `This machine lacks ${packages.join(', ')} (names of Debian packages) and has no apt-get.\n` +
        '  What to do: install the programs of these packages by the means of this machine, then run the same command again.',
    );
  }
  if (rootAccess() === undefined) {
    throw new InstallError(
      `Installing ${packages.join(', ')} needs root, and neither are you root nor does sudo work without a password.\n` +
        `  What to do: run "apt-get install ${packages.join(' ')}" as root, then run the same command again.`,
    );
  }
  progress.start(item, `installing ${packages.join(', ')}`);
  const advice = `run "apt-get install ${packages.join(' ')}" by hand, put right what it says, then run the same command again.`;
  const options = {
    item: packages.join(', '),
    advice,
    onLine: (line: string) => progress.update(item, line.slice(0, 60)),
  };
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=300'];
  await run(asRoot([...apt, 'update']), options);
  await withoutServices(() => run(asRoot([...apt, 'install', '--no-install-recommends', ...packages]), options));
  progress.done(item, packages.join(', '));
}

/** Runs `install` under a policy that lets no package start its service, and leaves the machine's policy as it was. */
async function withoutServices(install: () => Promise<unknown>): Promise<void> {
  const forbidsAlready = spawnSync(POLICY, ['redis-server', 'start']).status === 101;
  const before = new Set(enabledUnits());
  const put =
    `if [ -e ${POLICY} ]; then mv ${POLICY} ${POLICY}.rooivalk; fi; ` +
    `printf '#!/bin/sh\\nexit 101\\n' > ${POLICY}; chmod 755 ${POLICY}`;
  const restore = `rm -f ${POLICY}; if [ -e ${POLICY}.rooivalk ]; then mv ${POLICY}.rooivalk ${POLICY}; fi`;
  const sh = async (script: string): Promise<void> => {
    await run(asRoot(['sh', '-c', script]), {
      item: 'the policy against starting services',
      advice: `look at ${POLICY}.`,
    });
  };
  if (!forbidsAlready) await sh(put);
  try {
    await install();
  } finally {
    if (!forbidsAlready) await sh(restore);
  }
  const added = enabledUnits().filter((unit) => !before.has(unit));
  if (added.length > 0) await sh(`systemctl disable ${added.join(' ')} 2>/dev/null || true`);
}

function enabledUnits(): string[] {
  return UNITS.filter(
    (unit) => spawnSync('systemctl', ['is-enabled', unit], { encoding: 'utf8' }).stdout?.trim() === 'enabled',
  );
}
