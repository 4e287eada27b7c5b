import { isLastTry, noteStart } from '../../domain/approval/accepted.ts';
import { approvalDigest } from '../../domain/approval/digest.ts';
import { accountMayApprove } from '../../domain/approval/guard/comment.ts';
import { isPerson } from '../../domain/forge/people.ts';
import type { Forge } from '../../ports/forge.ts';
import { PortError } from '../../ports/port-error.ts';
import { issueProgress, type Progress } from './issue-approval.ts';
import { type AskingAhead, type Found, findAhead } from './plans-ahead.ts';
import { approveFile } from './try-over.ts';

/** How many people are looked up at most before one is found who may approve. */
const mostAsked = 20;

/** What a tick has started. */
export interface Started {
  readonly notes: readonly string[];
  /** Issues of which not every comment was read. */
  readonly cut: readonly number[];
}

/**
 * With the issue as gate, nobody starts the job when the window opens: the window's tick does, by the number of the comment
 * alone, and once: what was started, by this tick or another, is noted before. The guard of that job fetches and judges
 * everything itself. A comment that its own run could not answer is tried as well, when its author may approve. Rejects with
 * a PortError.
 */
export async function startApproved(asking: AskingAhead): Promise<Started> {
  if (asking.gate !== 'issue') return { notes: [], cut: [] };
  const notes: string[] = [];
  const cut: number[] = [];
  for (const found of await findAhead(asking)) {
    const progress = await issueProgress(asking, found, asking.clock.now());
    if (progress.isCut && progress.accepted === undefined) cut.push(found.document.issue ?? 0);
    const comment = await commentOf(asking, progress);
    if (comment === undefined || !(await start(asking, found, progress, comment))) continue;
    notes.push(`started the ${found.document.type} plan of ${found.run.url}, approved by comment ${comment}`);
  }
  return { notes, cut };
}

/** The comment that is tried next; undefined: none. */
async function commentOf(asking: AskingAhead, { progress, accepted, comments }: Progress): Promise<number | undefined> {
  if (progress.kind !== 'waits') return undefined;
  const [first] = progress.comments;
  if (first === undefined || accepted?.comments.includes(first)) return first;
  const asked = new Set<string>();
  for (const id of progress.comments) {
    const author = comments.find((each) => each.id === id)?.author;
    if (author === undefined || !isPerson(author) || asked.has(author.login)) continue;
    if (asked.size === mostAsked) return undefined;
    asked.add(author.login);
    if (accountMayApprove(author, await permissionOf(asking.forge, author.login), asking.approvers)) return id;
  }
  return undefined;
}

async function permissionOf(forge: Forge, login: string): ReturnType<Forge['permission']> {
  try {
    return await forge.permission(login);
  } catch (error) {
    if (!(error instanceof PortError) || error.code !== 'not-found') throw error;
    return { level: 'none', account: { id: 0, login, type: 'User' } };
  }
}

/** Note the try, and then start it: of two ticks that are at it at once, one alone does. */
async function start(
  { forge, maintenance, clock }: AskingAhead,
  { document }: Found,
  { accepted }: Progress,
  comment: number,
): Promise<boolean> {
  const digest = approvalDigest(document);
  const own = { comment, at: new Date(clock.now()).toISOString() };
  const seen = accepted?.tries.length ?? 0;
  const noted = await maintenance.state.update('approvals', (all) => noteStart(all, { digest, document }, own, seen));
  if (!isLastTry(noted, digest, own)) return false;
  await forge.dispatch(approveFile, { comment: String(comment) });
  return true;
}
