import type { SessionEntry } from '../../ports/database.ts';
import { agoMs, capped, epochMs, known } from './text.ts';

/** SQL commands that may be named to people; any other first word is the client's own text and stays away. */
const commands = new Set(
  `ALTER ANALYZE BEGIN CALL CHECKPOINT CLOSE CLUSTER COMMENT COMMIT COPY CREATE DEALLOCATE DECLARE DELETE DISCARD DO DROP END
  EXECUTE EXPLAIN FETCH GRANT IMPORT INSERT LISTEN LOAD LOCK MERGE MOVE NOTIFY PREPARE REASSIGN REFRESH REINDEX RELEASE RESET
  REVOKE ROLLBACK SAVEPOINT SECURITY SELECT SET SHOW START TABLE TRUNCATE UNLISTEN UPDATE VACUUM VALUES WITH`.split(
    /\s+/,
  ),
);

/** The first word of a query, past blanks and comments; computed by the server, so that nothing else leaves it. */
const firstWord = (query: string): string =>
  `upper((regexp_match(left(${query}, 10000), '^(?:\\s|/\\*(?:[^*]|\\*[^/])*\\*/|--[^\\n]*\\n)*([A-Za-z]{1,20})'))[1])`;

/** The columns as the server gives them. */
export interface SessionRow {
  readonly pid: number;
  readonly application: string;
  readonly user: string;
  readonly database: string | null;
  readonly state: string;
  readonly command: string | null;
  readonly queryId: string | null;
  readonly transactionMs: number | null;
  readonly startedAt: number;
}

/** The columns of a {@link SessionEntry} from `pg_stat_activity a`. Query ids exist from version 14 on. */
export const sessionColumns = (majorVersion: number): string => `
  a.pid, ${capped('a.application_name')} as application, ${capped('a.usename')} as "user",
  left(a.datname::text, 300) as database, coalesce(a.state, 'unknown') as state, ${firstWord('a.query')} as command,
  ${majorVersion >= 14 ? 'a.query_id::text' : 'null'} as "queryId",
  ${agoMs('a.xact_start')} as "transactionMs", ${epochMs('a.backend_start')} as "startedAt"`;

/** What may be shown of a session. */
export function sessionOf(row: SessionRow): SessionEntry {
  const { command, ...rest } = row;
  return { ...known(rest), command: command !== null && commands.has(command) ? command : 'other' } as SessionEntry;
}
