import { readFileSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import type { Forge } from '../../ports/forge.ts';
import { systemClock } from '../clock.ts';
import type { Process } from '../process.ts';
import { InputError } from '../task-inputs.ts';
import { redactedWriting } from './redacted-writing.ts';
import { maskSecret } from './secrets.ts';

/**
 * The forge as this job may ask it: with the token of its input, and who it is from the runner's own endpoint. What it
 * writes there is redacted.
 */
export async function openForge(self: Process): Promise<Forge> {
  const { environment } = self;
  const { variables } = environment;
  const token = environment.input('github-token');
  if (token === '') throw new InputError('input github-token is empty: give it the token of the job (github.token)');
  maskSecret(self, token);
  const teamToken = variables.MAINTENANCE_TEAM_TOKEN ?? '';
  if (teamToken !== '') maskSecret(self, teamToken);
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityToken = '' } = variables;
  if (identityToken !== '') maskSecret(self, identityToken);
  const { createForge } = await import('../../adapters/github/forge.ts');
  const forge = createForge({
    api: variables.GITHUB_API_URL || 'https://api.github.com',
    token,
    ...(teamToken === '' ? {} : { teamToken }),
    repository: variables.GITHUB_REPOSITORY ?? '',
    ...(url === '' || identityToken === '' ? {} : { identity: { url, token: identityToken } }),
    clock: systemClock,
    signal: self.signal,
    secret: (value) => maskSecret(self, value),
  });
  return { ...forge, ...redactedWriting(forge, self.redactor) };
}

/** A file of the checkout as text. Throws on a path that leads out of it. */
export function checkoutFile({ environment }: Process, path: string): string {
  const inside = normalize(path);
  if (isAbsolute(inside) || inside.startsWith('..'))
    throw new InputError(`${path.slice(0, 80)} is outside the checkout`);
  return readFileSync(join(environment.workspace, inside), 'utf8');
}
