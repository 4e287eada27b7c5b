import { PortError } from '../../ports/port-error.ts';
import type { Target } from '../../ports/reach.ts';
import { askedOnce } from '../asked-once.ts';
import { translate } from './errors.ts';
import { openSession, type PostgresOptions, readBounds, type Session, type SessionBounds } from './session.ts';

const keptOpen = 3;

/** The few sessions that reads share, and where each server is. */
export class Sessions {
  readonly options: PostgresOptions;
  private readonly kept = new Map<string, Promise<Session>>();
  /** The servers; asked once a run, and again after a failure. */
  readonly targets: () => Promise<readonly Target[]>;

  constructor(options: PostgresOptions) {
    this.options = options;
    this.targets = askedOnce(() => options.targets());
  }

  async target(server: string): Promise<Target> {
    const found = (await this.targets()).find((target) => target.name === server);
    if (found) return found;
    throw new PortError({ code: 'not-found', subject: server, message: `${server} is none of the database's servers` });
  }

  /** A session of its own, with other bounds than reads have; the caller closes it. */
  async open(server: string, database: string, bounds: SessionBounds): Promise<Session> {
    return openSession(this.options, await this.target(server), database, bounds);
  }

  /** Work with a shared session. Foreign errors are translated; a broken session is not used again. */
  async use<T>(server: string, work: (session: Session) => Promise<T>, database = this.options.database): Promise<T> {
    const key = JSON.stringify([server, database]);
    try {
      const session = await this.shared(key, server, database);
      return await work(session);
    } catch (error) {
      await this.dropBroken(key);
      throw translate(error, { subject: `database ${database} on ${server}`, user: this.options.user });
    }
  }

  private async shared(key: string, server: string, database: string): Promise<Session> {
    const present = this.kept.get(key);
    if (present && !(await present).ended) return present;
    this.kept.delete(key);
    while (this.kept.size >= keptOpen) {
      const [oldest] = this.kept.keys();
      await this.drop(oldest ?? '');
    }
    const opening = this.open(server, database, readBounds);
    this.kept.set(key, opening);
    return opening;
  }

  private async dropBroken(key: string): Promise<void> {
    const session = await this.kept.get(key)?.catch(() => undefined);
    if (session === undefined || session.ended) await this.drop(key);
  }

  private async drop(key: string): Promise<void> {
    const kept = this.kept.get(key);
    this.kept.delete(key);
    await kept?.then(
      (session) => session.close(),
      () => undefined,
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.kept.keys()].map((key) => this.drop(key)));
  }
}
