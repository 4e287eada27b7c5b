import { isoOf } from '../../domain/calendar/instants.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { answerComment } from '../../pipeline/approve/answer-comment.ts';
import type { Checked } from '../../pipeline/approve/issue-gate.ts';
import { plain } from '../../render/markdown.ts';
import { openCatalogue } from '../catalogue.ts';
import type { Process } from '../process.ts';
import { InputError, readInputs } from '../task-inputs.ts';
import { openPlatform } from '../wiring/platform.ts';
import { approve as declaration } from './actions.ts';
import { askingOf } from './admit.ts';
import { repositoryOf } from './repository.ts';

/**
 * Look at a comment that may approve a plan, answer it, and start the job of its gate when the plan may be applied now.
 * Applies nothing: the gate's own job fetches and judges everything again. Answers the exit status: 1 for a refused
 * approval, 0 for a comment that was none.
 */
export async function approveAction(self: Process): Promise<number> {
  const { configuration } = await openCatalogue(self);
  if (configuration.approval.gate !== 'issue') {
    self.stdout.print('Approvals are given in environments here (approval.gate); comments approve nothing.');
    return 0;
  }
  const given = readInputs('approve', declaration.inputs, self.environment) as unknown as { readonly comment: number };
  if (given.comment === 0) throw new InputError('approve: input comment is empty: give it the number of the comment');
  const platform = await openPlatform(self, configuration);
  const checked = await answerComment({
    ...(await askingOf(self, configuration, platform)),
    comment: given.comment,
    runId: repositoryOf(self.environment).id,
    words: (found) => self.redactor.clean(answerTo(found)),
  });
  self.stdout.print(answerTo(checked));
  if (checked.kind === 'ready') self.environment.output(checked.document.type, checked.digest);
  if (checked.kind !== 'refused' || (checked.isTalk && self.environment.run.event === 'issue_comment')) return 0;
  // whoever meant to approve takes a green run for an accepted approval
  const { rule, state, next } = checked.refusal;
  self.stdout.annotate('error', 'refused', `${rule}; ${state}. ${next}`);
  return 1;
}

function answerTo(checked: Checked): string {
  if (checked.kind === 'ready') return 'Accepted. The plan is applied now, in the job that this comment has started.';
  if (checked.kind === 'refused') return refusalText(checked.refusal);
  const opensAt = checked.document.window?.opensAt;
  const when =
    opensAt === undefined ? 'when its time has come' : `when the window opens at ${isoOf(Date.parse(opensAt))}`;
  return `Accepted. The plan is applied ${when}; nobody has to be awake for it.`;
}

const refusalText = ({ rule, state, next }: Refusal): string =>
  `Refused: ${plain(rule)}.\n\n${plain(state)}.\n\nNext: ${plain(next)}.`;
