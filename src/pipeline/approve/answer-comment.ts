import { answerMarker } from '../../domain/approval/issue-answers.ts';
import { type Checked, checkComment, type IssueAsking } from './issue-gate.ts';

/** Who answers, and in which words. */
export interface Answering extends IssueAsking {
  /** The run that answers, by its number. */
  readonly runId: number;
  readonly words: (checked: Checked) => string;
}

/**
 * Check a comment and answer it where it stands. The answer says in a line that nobody sees which comment it is about and what
 * came of it: by that the window's tick knows what it has to start. Rejects with a PortError when it could not be answered.
 */
export async function answerComment(asking: Answering): Promise<Checked> {
  const { forge, comment, runId, words } = asking;
  const checked = await checkComment(asking);
  if (checked.issue === undefined || checked.issue === 0) return checked;
  await forge.reply(checked.issue, `${answerMarker({ comment, runId, says: checked.kind })}\n${words(checked)}`);
  return checked;
}
