/** Running a template as its adopter would: in a repository that holds nothing but the workflow and the configuration. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitAll } from './checkout.ts';

/** Actions that act provides by itself. */
const provided = ['actions/checkout'];

/** The remote repositories that a workflow takes actions from, as `owner/repo@ref`. */
export function remoteActions(workflow: string): string[] {
  const uses = [...workflow.matchAll(/^\s*(?:-\s+)?uses:\s*["']?([\w.-]+\/[\w.-]+)(?:\/[^@\s"']+)?@([\w./-]+)/gm)];
  const found = uses.map(([, repository, ref]) => ({ repository: repository as string, ref: ref as string }));
  const remote = found.filter(({ repository }) => !provided.includes(repository));
  return [...new Set(remote.map(({ repository, ref }) => `${repository}@${ref}`))];
}

/** Makes the adopter's repository; returns its commit. */
export function adopterRepository(target: string, repository: string, files: Readonly<Record<string, string>>): string {
  rmSync(target, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  return commitAll(target, repository);
}

/** Reads a template. @throws Error when the checkout has none for the window. */
export function readTemplate(checkout: string, window: string): string {
  try {
    return readFileSync(join(checkout, 'templates', `${window}.yml`), 'utf8');
  } catch {
    throw new Error(`templates/${window}.yml is not in this checkout. "npm run sync" writes the templates.`);
  }
}
