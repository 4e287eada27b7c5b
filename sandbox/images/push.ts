/** Builds every image of the sandbox and pushes it: `node sandbox/images/push.ts --registry host:port`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKOUT } from '../toolchain/cache.ts';
import { resolveBinds } from './binds.ts';
import { buildImage } from './build.ts';
import { imageFolders, imageVersion, readImageDescription } from './format.ts';
import { Registry } from './registry.ts';

/** What was pushed. */
export interface PushResult {
  readonly images: number;
  /** `name:tag` of the tags that are new or moved. */
  readonly changed: readonly string[];
}

/** The folder of the sandbox's own images. */
export const CONTENT = join(import.meta.dirname, 'content');

/**
 * Builds and pushes every tag of every image below `content` (or only those images whose names `only` lists) to the
 * registry at `host:port`. What the registry has already is not sent again. Throws, with what to install, for an image that
 * needs a program which this machine lacks: its pods could never start.
 */
export async function pushImages(host: string, only: readonly string[] = [], content = CONTENT): Promise<PushResult> {
  const registry = new Registry(host);
  const changed: string[] = [];
  let images = 0;
  for (const folder of imageFolders(content)) {
    const description = readImageDescription(join(folder, 'image.json'));
    if (only.length > 0 && !only.includes(description.name)) continue;
    for (const tag of Object.keys(description.tags)) {
      const version = imageVersion(description, tag);
      await resolveBinds(version.binds);
      const built = buildImage(version, { folder, checkout: CHECKOUT });
      if (await registry.push(built)) changed.push(`${built.name}:${tag}`);
      images++;
    }
  }
  return { images, changed };
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { registry: { type: 'string' }, content: { type: 'string' } },
    allowPositionals: true,
  });
  if (!values.registry) {
    process.stderr.write(
      'usage: node sandbox/images/push.ts --registry <host:port> [--content <folder>] [<image name> …]\n',
    );
    process.exit(2);
  }
  const { images, changed } = await pushImages(values.registry, positionals, values.content);
  process.stdout.write(`${images} tags are in ${values.registry}; new or moved: ${changed.join(', ') || 'none'}\n`);
}
