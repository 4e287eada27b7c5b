import { z } from 'zod';
import { PortError } from '../../ports/port-error.ts';
import type { RegistryClient } from './client.ts';

const maxTags = 20_000;
const maxPages = 100;
const maxPageBytes = 4 * 1024 * 1024;

const page = z.object({ tags: z.array(z.string()).nullish() });
const grammar = /^\w[\w.-]{0,127}$/;

/** Every tag of a repository, page by page (distribution specification, "Content Discovery"); those that are no tags are left out. */
export async function listTags(client: RegistryClient, repository: string): Promise<readonly string[]> {
  const subject = `tags of ${repository} of ${client.subject}`;
  const invalid = (why: string) => new PortError({ code: 'invalid', subject, message: `${subject}: ${why}` });
  const tags: string[] = [];
  let path: string | undefined = 'tags/list?n=1000';
  for (let pages = 0; path !== undefined; pages += 1) {
    if (pages === maxPages) throw invalid(`more than ${maxPages} pages`);
    const answer = await client.get({ repository, path, accept: 'application/json', maxBytes: maxPageBytes });
    if (answer.status === 404) {
      throw new PortError({ code: 'not-found', subject, message: `${client.subject} has no repository ${repository}` });
    }
    const read = page.safeParse(parsed(answer.body));
    if (!read.success) throw invalid('the answer is no list of tags');
    for (const tag of read.data.tags ?? []) if (grammar.test(tag)) tags.push(tag);
    if (tags.length > maxTags) throw invalid(`more than ${maxTags} tags`);
    path = nextPage(answer.headers.link, repository);
  }
  return tags;
}

/** The next page by the Link header (RFC 8288), which must be one of this list. */
export function nextPage(header: string | string[] | undefined, repository: string): string | undefined {
  const [, target = ''] = /<([^>]{1,2000})>\s*;[^,]*\brel="?next"?/.exec(String(header ?? '')) ?? [];
  const query = /[?&](?:last|n)=/.test(target) ? target.slice(target.indexOf('?')) : undefined;
  const before = target.slice(0, Math.max(0, target.indexOf('?')));
  return query !== undefined && before.endsWith(`/v2/${repository}/tags/list`) ? `tags/list${query}` : undefined;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
