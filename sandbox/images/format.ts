/**
 * The description of an image of the sandbox: `content/<name>/image.json`, beside an optional `files/` folder that becomes
 * the image's layer. The programs themselves are not in the layer: `binds` names what the kubelet shows read-only from the
 * machine, and everything else of the machine stays out of sight.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const absolutePath = z.string().regex(/^\/[^\0]*$/, 'must be an absolute path');
const mode = z.string().regex(/^[0-7]{3,4}$/, 'must be an octal mode such as "0750"');
const tagName = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/, 'is not a tag');

const folder = z.strictObject({
  /** A name of `users`, or "root". */
  owner: z.string().optional(),
  mode: mode.optional(),
});

const settings = {
  entrypoint: z.array(z.string()).optional(),
  cmd: z.array(z.string()).optional(),
  /** Merged over the image's; a later value wins. */
  env: z.record(z.string(), z.string()).optional(),
  /** A name of `users`, "root", or a numeric user id as text. */
  user: z.string().optional(),
  workdir: absolutePath.optional(),
  labels: z.record(z.string(), z.string()).optional(),
  /** Groups (`@node`, `@coreutils`, …; see binds.ts) and absolute paths of the machine, shown read-only at the same path. */
  binds: z.array(z.string().regex(/^[@/]/, 'must begin with "@" or "/"')).optional(),
  /** Path in the image → path in the checkout: a file or a folder, copied into the layer. */
  include: z.record(absolutePath, z.string()).optional(),
  /** Path in the image → folder in the checkout whose TypeScript files become JavaScript in the layer. */
  programs: z.record(absolutePath, z.string()).optional(),
  /** npm packages of the checkout that go to /app/node_modules, with what they need. */
  packages: z.array(z.string()).optional(),
  /** Path in the image → its whole text. */
  files: z.record(absolutePath, z.string()).optional(),
  /** Paths whose owner or mode differs from root and 0755 (folders) or 0644 (files); missing folders are made. */
  folders: z.record(absolutePath, folder).optional(),
  /** Extra users of the generated /etc/passwd: name → user id, which is the group id too. */
  users: z.record(z.string().regex(/^[a-z_][a-z0-9_-]*$/), z.number().int().min(1).max(65533)).optional(),
};

const imageSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/, 'is not a repository name'),
  ...settings,
  tags: z.record(tagName, z.strictObject(settings)),
});

/** An image's description, every tag with its own overrides. */
export type ImageDescription = z.infer<typeof imageSchema>;

/** One tag of an image with the overrides applied. */
export interface ImageVersion {
  readonly name: string;
  readonly tag: string;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly binds: readonly string[];
  readonly include: Readonly<Record<string, string>>;
  readonly programs: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly folders: Readonly<Record<string, { owner?: string | undefined; mode?: string | undefined }>>;
  readonly users: Readonly<Record<string, number>>;
}

/** Reads and checks one `image.json`. The error names the file, the field and what is wrong with it. */
export function readImageDescription(file: string): ImageDescription {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`The image description ${file} cannot be read: ${(error as Error).message}`);
  }
  const parsed = imageSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || 'the whole'}: ${issue.message}`);
  throw new Error(`The image description ${file} is not valid:\n${problems.join('\n')}`);
}

/** The folders of `directory` that hold an `image.json`, in order of name. */
export function imageFolders(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => join(directory, item.name))
    .sort();
}

/** One tag with its overrides: lists replace, maps merge. Throws for a tag that the description does not have. */
export function imageVersion(description: ImageDescription, tag: string): ImageVersion {
  const over = description.tags[tag];
  if (!over) {
    const known = Object.keys(description.tags).join(', ');
    throw new Error(`The image ${description.name} has no tag ${tag}. It has: ${known}.`);
  }
  return {
    name: description.name,
    tag,
    entrypoint: over.entrypoint ?? description.entrypoint ?? [],
    cmd: over.cmd ?? description.cmd ?? [],
    env: { ...description.env, ...over.env },
    user: over.user ?? description.user ?? 'root',
    workdir: over.workdir ?? description.workdir ?? '/',
    labels: { ...description.labels, ...over.labels },
    binds: over.binds ?? description.binds ?? [],
    include: { ...description.include, ...over.include },
    programs: { ...description.programs, ...over.programs },
    packages: over.packages ?? description.packages ?? [],
    files: { ...description.files, ...over.files },
    folders: { ...description.folders, ...over.folders },
    users: { ...description.users, ...over.users },
  };
}
