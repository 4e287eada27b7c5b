import { notFound, Refusal } from '../refusal.ts';
import { commitBody, fullPull, simplePull } from '../shapes/commits.ts';
import type { Commit } from '../state.ts';
import { type Call, type Handler, paged } from './call.ts';

function tip({ context }: Call): Commit | undefined {
  return context.store.state.commits.at(-1);
}

/** The commit that a SHA, or the name of the default branch, means. */
function commitOf(call: Call, ref: string | undefined): Commit {
  const { commits, repository } = call.context.store.state;
  const isBranch = ref === repository.defaultBranch || ref === undefined;
  const found = isBranch ? tip(call) : commits.find(({ sha }) => sha === ref);
  if (found !== undefined) return found;
  throw new Refusal(422, `No commit found for SHA: ${ref}`, { documentation_url: call.documentation });
}

/** A commit and those before it, newest first, along first parents. */
function history(call: Call, from: Commit): Commit[] {
  const { commits } = call.context.store.state;
  const found: Commit[] = [];
  for (let here: Commit | undefined = from; here !== undefined && !found.includes(here); ) {
    found.push(here);
    const parent: string | undefined = here.parents[0];
    here = commits.find(({ sha }) => sha === parent);
  }
  return found;
}

/** Commits and the pull requests that brought them. */
export const commitHandlers: Record<string, Handler> = {
  'repos/list-commits': (call) => {
    const { path, sha } = call.query;
    const found = history(call, commitOf(call, sha)).filter(
      ({ paths }) => path === undefined || paths === undefined || paths.includes(path),
    );
    const { entries, headers } = paged(call, found);
    return { headers, body: entries.map((commit) => commitBody(call.scene, commit)) };
  },
  'repos/get-commit': (call) => ({ body: commitBody(call.scene, commitOf(call, call.params.ref)) }),
  'repos/list-pull-requests-associated-with-commit': (call) => {
    const commit = commitOf(call, call.params.commit_sha);
    return { body: commit.pull === undefined ? [] : [simplePull(call.scene, commit, commit.pull)] };
  },
  'pulls/get': (call) => {
    const number = Number(call.params.pull_number);
    const commit = call.context.store.state.commits.find(({ pull }) => pull?.number === number);
    if (commit?.pull === undefined) throw notFound(call.documentation);
    return { body: fullPull(call.scene, commit, commit.pull) };
  },
};
