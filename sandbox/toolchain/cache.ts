/** Where everything that the project installs or runs is kept: outside the checkout, by version and by checkout. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The checkout that this file belongs to. */
export const CHECKOUT = resolve(import.meta.dirname, '..', '..');

/** The cache: `ROOIVALK_CACHE`, else `rooivalk-maintenance` in the user's cache directory. */
export function cacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  if (env.ROOIVALK_CACHE) return resolve(env.ROOIVALK_CACHE);
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'rooivalk-maintenance');
}

/** The folder of one tool in one version. */
export function toolDirectory(name: string, version: string, env: NodeJS.ProcessEnv = process.env): string {
  return join(cacheDirectory(env), 'tools', `${name}-${version.replace(/^v/, '')}`);
}

/**
 * The twelve characters that tell sandboxes apart. A checkout has one sandbox; `ROOIVALK_SANDBOX` names a further one
 * of the same checkout (tests use it so that the developer's own sandbox stays as it is).
 */
export function sandboxId(checkout: string = CHECKOUT, env: NodeJS.ProcessEnv = process.env): string {
  const name = env.ROOIVALK_SANDBOX;
  const subject = name ? `${realpathSync(checkout)}\n${name}` : realpathSync(checkout);
  return createHash('sha256').update(subject).digest('hex').slice(0, 12);
}

/** The folder of this checkout's sandbox. */
export function sandboxDirectory(checkout: string = CHECKOUT, env: NodeJS.ProcessEnv = process.env): string {
  return join(cacheDirectory(env), 'sandboxes', sandboxId(checkout, env));
}
