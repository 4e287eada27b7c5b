import { type GatedType, gatedTypes } from './document.ts';

/** By what an issue says which plan it is about: the run that planned, and the gate. */
export interface IssueReference {
  readonly runId: number;
  readonly type: GatedType;
  readonly opening: string;
}

/** The label of issues that ask for an approval. */
export const approvalLabel = 'maintenance-approval';

const marker =
  /^<!-- rooivalk-maintenance approval run=(\d{1,16}) type=([a-z]+) opening=([A-Za-z0-9@:.-]{1,120}) -->\n/;

/** The first line of an issue's body, which nobody sees. */
export function issueMarker({ runId, type, opening }: IssueReference): string {
  return `<!-- rooivalk-maintenance approval run=${runId} type=${type} opening=${opening} -->\n`;
}

/**
 * What an issue's body refers to; undefined when it is none of ours. Only a hint where to look: the body as a whole is
 * compared with our own rendering of the plan.
 */
export function readIssueReference(body: string): IssueReference | undefined {
  const [, run, word, opening] = marker.exec(body) ?? [];
  const type = gatedTypes.find((known) => known === word);
  return run === undefined || type === undefined || opening === undefined
    ? undefined
    : { runId: Number(run), type, opening };
}
