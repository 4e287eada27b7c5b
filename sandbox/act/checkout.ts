/** The git copy of this checkout that a run works in: the developer's own is never touched. */
import { execFileSync } from 'node:child_process';
import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What a copy is made of. */
export interface CopyRequest {
  /** The checkout that is copied: tracked and untracked files, without ignored ones. */
  readonly source: string;
  /** Where the copy goes; whatever was there is removed. */
  readonly target: string;
  /** The repository that the copy says it is, `owner/name`. */
  readonly repository: string;
  /** Files that the copy has besides or instead, by their path in the repository. */
  readonly files: Readonly<Record<string, string>>;
}

/** Settings that neither the developer's git configuration nor another owner of the files can change. */
const settings = [
  'safe.directory=*',
  'user.name=Phoenix Engineer',
  'user.email=10770001+phoenix-engineer@users.noreply.github.com',
  'commit.gpgSign=false',
  'core.hooksPath=/dev/null',
  'core.autocrlf=false',
  'core.compression=0',
  'gc.auto=0',
].flatMap((setting) => ['-c', setting]);

function git(directory: string, ...args: string[]): string {
  try {
    return execFileSync('git', [...settings, '-C', directory, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`git ${args[0]} in ${directory} failed: ${stderr?.trim() || message}`);
  }
}

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const kind = lstatSync(from);
  if (kind.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else if (kind.isFile()) copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

/**
 * Copies the work tree as it is (what is committed or not makes no difference; `dist/` is in it), adds the files that a
 * run needs, and commits all of it to a repository of its own. Returns the commit.
 */
export function copyCheckout({ source, target, repository, files }: CopyRequest): string {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const listed = git(source, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const path of new Set(listed)) {
    const from = join(source, path);
    // A file that was deleted but is still tracked, and a repository inside this one, are no part of the work tree.
    if (path !== '' && !path.endsWith('/') && existsSync(from)) copyFile(from, join(target, path));
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  return commitAll(target, repository);
}

/** Makes a repository of a folder, with everything in it as its one commit, and returns that. */
export function commitAll(directory: string, repository: string): string {
  git(directory, 'init', '--quiet', '--initial-branch=main');
  git(directory, 'remote', 'add', 'origin', `https://github.com/${repository}.git`);
  git(directory, 'add', '--all', '--force');
  git(directory, 'commit', '--quiet', '--message=The work tree as it was when the run began');
  return headOf(directory);
}

/** The commit that a repository stands at. */
export function headOf(directory: string): string {
  return git(directory, 'rev-parse', 'HEAD').trim();
}
