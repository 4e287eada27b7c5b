import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { imageFolders, imageVersion, readImageDescription } from '../../../sandbox/images/format.ts';
import { CONTENT } from '../../../sandbox/images/push.ts';
import { PROGRAMS, type Program, SANDBOX_TOOLS, type ToolName } from '../../../sandbox/toolchain/versions.ts';

/** Groups of programs that are part of every machine that can run the sandbox at all. */
const given = new Set(['@node', '@libc', '@coreutils']);
const groups: Readonly<Record<string, ToolName>> = {
  '@postgresql': 'postgres',
  '@redis': 'redis-server',
  '@prometheus': 'prometheus',
  '@logrotate': 'logrotate',
  '@openssl': 'openssl',
};

const bound = imageFolders(CONTENT).flatMap((folder) => {
  const description = readImageDescription(join(folder, 'image.json'));
  return Object.keys(description.tags).flatMap((tag) =>
    imageVersion(description, tag).binds.map((bind): [image: string, bind: string] => [
      `${description.name}:${tag}`,
      bind,
    ]),
  );
});

function toolOf(bind: string): ToolName | undefined {
  if (bind.startsWith('@')) return groups[bind];
  return SANDBOX_TOOLS.find((name) => {
    const program: Program = PROGRAMS[name];
    return program.kind === 'debian' && program.paths.includes(bind);
  });
}

describe('what an image shows of the machine is installed with the sandbox', () => {
  test.each(bound.filter(([, bind]) => !given.has(bind)))('%s binds %s', (_image, bind) => {
    expect(SANDBOX_TOOLS).toContain(toolOf(bind));
  });
});
