import { z } from 'zod';
import type { Environment } from '../../domain/forge/environments.ts';
import type { LastChange } from '../../domain/forge/runs.ts';
import type { ForgeGates } from '../../ports/forge/gates.ts';
import { PortError } from '../../ports/port-error.ts';
import * as answers from './answers.ts';
import { artifactFile } from './artifact-file.ts';
import type { ForgeClient } from './client.ts';
import { identityOf } from './identity.ts';

const repo = '/repos/{owner}/{repo}';
const mostJobs = 300;
const mostReviewers = 1_000;
const mostPatterns = 100;
const mostPulls = 10;

async function environmentOf(client: ForgeClient, name: string): Promise<Environment | undefined> {
  const path = { environment_name: name };
  const subject = `environment ${name}`;
  const route = `GET ${repo}/environments/{environment_name}`;
  const found = await client.find(route, path, subject, answers.environment);
  if (found === undefined) return undefined;
  const { hasPatterns, ...environment } = found;
  if (!hasPatterns) return environment;
  const patterns = await client.list(
    `${route}/deployment-branch-policies`,
    path,
    `branches of ${subject}`,
    answers.branchPatterns,
    { most: mostPatterns },
  );
  return { ...environment, branches: { kind: 'named', patterns } };
}

async function lastChangeOf(client: ForgeClient, path: string, upTo: string): Promise<LastChange | undefined> {
  const subject = `commits that changed ${path}`;
  const commits = z.array(answers.commit);
  const [commit] = await client.list(`GET ${repo}/commits`, { sha: upTo, path }, subject, commits, { most: 1 });
  if (commit === undefined) return undefined;
  const { sha, author, committer } = commit;
  const brought = await client.list(
    `GET ${repo}/commits/{commit_sha}/pulls`,
    { commit_sha: sha },
    `pull requests of commit ${sha}`,
    z.array(answers.pull),
    { most: mostPulls },
  );
  // A list does not say who merged: each is asked for by itself.
  const pulls = await Promise.all(
    brought.map(({ number }) =>
      client.ask(`GET ${repo}/pulls/{pull_number}`, { pull_number: number }, `pull request ${number}`, answers.pull),
    ),
  );
  return {
    path,
    commit: sha,
    ...(author === undefined ? {} : { author }),
    ...(committer === undefined ? {} : { committer }),
    pulls: pulls.map(({ number, user, merged_by: mergedBy }) => ({
      number,
      ...(user === null ? {} : { author: user }),
      ...(mergedBy == null ? {} : { mergedBy }),
    })),
  };
}

/** What a guard asks. */
export function forgeGates(client: ForgeClient): ForgeGates {
  return {
    identity: (job) => identityOf(client, job),
    async repository() {
      const found = await client.ask(`GET ${repo}`, {}, 'the repository', answers.repository);
      return { id: found.id, defaultBranch: found.default_branch, isPublic: !found.private };
    },
    environment: (name) => environmentOf(client, name),
    teamMembers: (organization, slug) =>
      client.list(
        'GET /orgs/{org}/teams/{team_slug}/members',
        { org: organization, team_slug: slug },
        `members of team ${slug}`,
        z.array(answers.account),
        { most: mostReviewers, teams: true },
      ),
    run: (id) => client.find(`GET ${repo}/actions/runs/{run_id}`, { run_id: id }, `run ${id}`, answers.run),
    jobs: (run, attempt) =>
      client.list(
        `GET ${repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`,
        { run_id: run, attempt_number: attempt },
        `jobs of run ${run}`,
        z.object({ jobs: z.array(answers.job) }).transform(({ jobs }) => jobs),
        { most: mostJobs },
      ),
    reviews: (run) =>
      client.ask(
        `GET ${repo}/actions/runs/{run_id}/approvals`,
        { run_id: run },
        `approvals of run ${run}`,
        z.array(answers.review),
      ),
    lastChange: (path, upTo) => lastChangeOf(client, path, upTo),
    async permission(login) {
      const subject = `what ${login} may do`;
      const route = `GET ${repo}/collaborators/{username}/permission`;
      const found = await client.ask(route, { username: login }, subject, answers.permission);
      if (found.user !== null) return { level: found.permission, account: found.user };
      throw new PortError({ code: 'not-found', subject, message: `${subject}: there is no such account` });
    },
    artifacts: (run, name) =>
      client.list(
        `GET ${repo}/actions/runs/{run_id}/artifacts`,
        { run_id: run, name },
        `artifacts of run ${run}`,
        z.object({ artifacts: z.array(answers.artifact) }).transform(({ artifacts }) => artifacts),
        { most: 100 },
      ),
    artifactFile: (id, file) => artifactFile(client, id, file),
  };
}
