/** What an API server, or something on the way to it, can do to a call. */
export interface ApiFault {
  readonly name: string;
  /** Answer with this status; else the connection is cut, held for ever, or answered late. */
  readonly status?: 410 | 429 | 500;
  readonly connection?: 'reset' | 'half-open';
  /** It strikes before the stream into a pod is opened: nothing has begun. */
  readonly unopened?: true;
  /** The connection is cut or held when half of the answer has been sent. */
  readonly halfWay?: true;
  /** The refusal of a page says from where the list goes on. */
  readonly goesOn?: true;
  /** It takes this long until the call takes effect, ms. */
  readonly slowMs?: number;
  /** What was asked takes effect all the same. */
  readonly afterwards?: true;
  /** Trying again is as good as never having been disturbed, for a call of this kind. */
  readonly retried: (call: Served) => boolean;
}

/** A call as the server saw it. */
export interface Served {
  readonly number: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Its process has never had an answer from the server. */
  readonly isFirstContact: boolean;
}

/** Reads may be repeated; so may deleting one very object. Streams into pods are not: a command may have run. */
const repeatable = ({ method }: Served): boolean => method === 'GET' || method === 'DELETE';
/** A server that has never answered is given ten seconds in all: one call that hangs takes them. */
const repeatedInTime = (call: Served): boolean => repeatable(call) && !call.isFirstContact;
const always = (): boolean => true;

/** The seconds that a busy server asks to wait. */
export const retryAfterS = 3;

/** The faults of issue 4 §5, those that can strike before and after a call took effect in both forms. */
export const faults: readonly ApiFault[] = [
  { name: '429 with Retry-After', status: 429, retried: always },
  { name: '500', status: 500, retried: repeatable },
  { name: '500, and yet done', status: 500, afterwards: true, retried: repeatable },
  { name: 'reset', connection: 'reset', retried: repeatable },
  { name: 'reset, and yet done', connection: 'reset', afterwards: true, retried: repeatable },
  { name: 'half-open', connection: 'half-open', retried: repeatedInTime },
  { name: 'half-open, and yet done', connection: 'half-open', afterwards: true, retried: repeatedInTime },
  { name: 'half-open before it is opened', connection: 'half-open', unopened: true, retried: () => false },
  { name: '410', status: 410, retried: repeatable },
  { name: 'slow', slowMs: 9_000, retried: always },
];

/** What can happen besides while an answer of many parts is read. */
export const faultsOfPages: readonly ApiFault[] = [
  ...faults,
  { name: '410, with a token that goes on', status: 410, goesOn: true, retried: repeatable },
  { name: 'reset half-way', connection: 'reset', halfWay: true, retried: repeatable },
  { name: 'half-open half-way', connection: 'half-open', halfWay: true, retried: repeatedInTime },
];

/** Whether this asks for a list, or for one more page of it. */
export const ofLists = ({ method, path }: Served): boolean => method === 'GET' && /[?&]limit=/.test(path);

/** Whether this asks for a list from where a page of it ended. */
export const ofLaterPages = ({ method, path }: Served): boolean => method === 'GET' && /[?&]continue=/.test(path);

/** Whether a fault differs from its other form for this call: what only reads has no effect to come before or after. */
export function tellsApart({ afterwards, goesOn, unopened }: ApiFault, call: Served): boolean {
  if (unopened === true) return call.method === 'EXEC';
  if (goesOn === true) return ofLaterPages(call);
  return afterwards === undefined || call.method !== 'GET';
}
