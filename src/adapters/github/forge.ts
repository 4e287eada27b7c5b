import type { Forge } from '../../ports/forge.ts';
import { type ForgeAccess, ForgeClient } from './client.ts';
import { forgeDiscussions } from './discussions.ts';
import { forgeGates } from './gates.ts';
import { forgeWorkflows } from './workflows.ts';

/** GitHub, as far as maintenance asks it. Nothing is asked yet. */
export function createForge(access: ForgeAccess): Forge {
  const client = new ForgeClient(access);
  return { ...forgeGates(client), ...forgeDiscussions(client), ...forgeWorkflows(client) };
}
