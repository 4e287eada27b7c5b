import { z } from 'zod';
import type { ForgeWorkflows } from '../../ports/forge/workflows.ts';
import { PortError } from '../../ports/port-error.ts';
import * as answers from './answers.ts';
import type { ForgeClient } from './client.ts';

const workflow = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}';
const mostRuns = 500;

/** Workflow files and their runs. */
export function forgeWorkflows(client: ForgeClient): ForgeWorkflows {
  return {
    async runs({ workflow: file, branch, since }) {
      const page = z.object({ workflow_runs: z.array(answers.run) }).transform(({ workflow_runs: runs }) => runs);
      // Whole seconds, as the forge writes times.
      const created = `>=${since.slice(0, 19)}Z`;
      try {
        const path = { workflow_id: file, branch, created };
        return await client.list(`GET ${workflow}/runs`, path, `runs of ${file}`, page, { most: mostRuns });
      } catch (error) {
        if (error instanceof PortError && error.code === 'not-found') return [];
        throw error;
      }
    },
    async dispatch(file, inputs) {
      const repository = await client.ask('GET /repos/{owner}/{repo}', {}, 'the repository', answers.repository);
      const parameters = { workflow_id: file, ref: repository.default_branch, inputs };
      await client.tell(`POST ${workflow}/dispatches`, parameters, `a run of ${file}`);
    },
    async workflow(file) {
      const form = z.object({ state: z.string(), created_at: z.string() });
      try {
        const known = await client.ask(`GET ${workflow}`, { workflow_id: file }, file, form);
        return { isEnabled: known.state === 'active', createdAt: known.created_at };
      } catch (error) {
        if (error instanceof PortError && error.code === 'not-found') return undefined;
        throw error;
      }
    },
    enable: (file) => client.tell(`PUT ${workflow}/enable`, { workflow_id: file }, file),
  };
}
