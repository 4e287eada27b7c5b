export const id = 875;
export const ids = [875];
export const modules = {

/***/ 13195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ askedOnce)
/* harmony export */ });
/** Ask once and remember the answer; after a failure the next one asks again. Questions at the same time share one. */
function askedOnce(ask) {
    let known;
    return async () => {
        known ??= ask();
        try {
            return await known;
        }
        catch (error) {
            known = undefined;
            throw error;
        }
    };
}


/***/ }),

/***/ 30875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDatabase: () => (/* binding */ createDatabase)
});

// UNUSED EXPORTS: applicationNameOf

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/adapters/tls.js
var adapters_tls = __webpack_require__(15308);
;// CONCATENATED MODULE: ./build/adapters/postgres/errors.js


const role = 'deploy/postgres/maintenance-role.sql makes the role with what it needs';
/** By SQLSTATE (PostgreSQL, appendix A), then by class; the server's own message never passes. */
const bySqlState = {
    '28P01': {
        code: 'unauthorized',
        says: ({ user }) => `the password of role ${user} was not accepted`,
        next: ({ user }) => `put the password of role ${user} into the Secret that \`platform.database.password\` names`,
    },
    '28000': {
        code: 'unauthorized',
        says: ({ user }) => `role ${user} may not log in (no such role, no LOGIN, or no line in pg_hba.conf admits it, perhaps without TLS)`,
        next: () => role,
    },
    '3D000': {
        code: 'not-found',
        says: () => 'there is no such database',
        next: () => 'correct `platform.database.name` in the configuration',
    },
    '42501': {
        code: 'forbidden',
        says: ({ user }) => `role ${user} lacks a right that this needs`,
        next: () => role,
    },
    '53300': { code: 'busy', says: () => 'all connections are in use (max_connections)' },
    '53100': { code: 'failed', says: () => 'the disk of the server is full' },
    '55P03': { code: 'busy', says: () => 'a lock was not to be had within the lock timeout' },
    '57014': { code: 'timeout', says: () => 'the server ended the query at its statement timeout' },
    '57P01': { code: 'unreachable', says: () => 'the server ended the session (shutdown or pg_terminate_backend)' },
    '57P02': { code: 'unreachable', says: () => 'the server crashed' },
    '57P03': { code: 'unreachable', says: () => 'the server is starting up or shutting down' },
    '25006': { code: 'conflict', says: () => 'the server is a standby or read-only' },
};
const bySystemCode = {
    ECONNREFUSED: { code: 'unreachable', says: () => 'the connection was refused' },
    ECONNRESET: { code: 'unreachable', says: () => 'the connection was reset' },
    EPIPE: { code: 'unreachable', says: () => 'the connection was closed' },
    EHOSTUNREACH: { code: 'unreachable', says: () => 'there is no route to it' },
    ENETUNREACH: { code: 'unreachable', says: () => 'there is no route to its network' },
    ETIMEDOUT: { code: 'unreachable', says: () => 'it did not answer' },
    ENOTFOUND: { code: 'unreachable', says: () => 'its name is not found in DNS' },
    EAI_AGAIN: { code: 'unreachable', says: () => 'DNS did not answer' },
};
const untrusted = (what) => ({
    code: 'untrusted',
    says: () => what,
    next: () => 'look at `platform.database.tls` (ca, server-name) in the configuration and at the certificate of the server',
});
/** Messages that the client library itself makes (they have no code); compared whole, and never passed on. */
const byClientMessage = {
    'The server does not support SSL connections': untrusted('the server does not speak TLS, and it is asked for'),
    'Connection terminated unexpectedly': { code: 'unreachable', says: () => 'the connection was closed' },
    'Connection terminated': { code: 'unreachable', says: () => 'the connection was closed' },
    'timeout expired': { code: 'unreachable', says: () => 'it did not answer' },
    'Connection terminated due to connection timeout': { code: 'unreachable', says: () => 'it did not answer' },
};
/** Rebuild a foreign error from its code alone. */
function translate(error, place) {
    if (error instanceof port_error/* PortError */.U)
        return error;
    const translation = translationOf(error) ?? { code: 'failed', says: () => unknownText(error) };
    const next = translation.next?.(place);
    return new port_error/* PortError */.U({
        code: translation.code,
        subject: place.subject,
        message: `${place.subject}: ${translation.says(place)}`,
        ...(next === undefined ? {} : { next }),
    });
}
function translationOf(error) {
    const code = codeOf(error);
    if (code !== undefined) {
        if (Object.hasOwn(bySqlState, code))
            return bySqlState[code];
        if (Object.hasOwn(bySystemCode, code))
            return bySystemCode[code];
        if (code.startsWith('08'))
            return { code: 'unreachable', says: () => `the connection failed (SQLSTATE ${code})` };
        if (code.startsWith('53'))
            return { code: 'busy', says: () => `the server is out of resources (SQLSTATE ${code})` };
        if ((0,adapters_tls/* isTlsFailure */.gt)(code))
            return untrusted(`its TLS certificate could not be verified (${code.slice(0, 60)})`);
    }
    const message = error instanceof Error ? error.message : '';
    return Object.hasOwn(byClientMessage, message) ? byClientMessage[message] : undefined;
}
/** The SQLSTATE or system code of a foreign error, if it looks like one. */
function codeOf(error) {
    const code = error?.code;
    return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
}
function unknownText(error) {
    const code = codeOf(error);
    return code === undefined ? 'the client failed in an unknown way' : `the server answered with SQLSTATE ${code}`;
}

;// CONCATENATED MODULE: ./build/adapters/postgres/session.js




/** Reads are short; anything longer is told to the reader. */
const readBounds = { statementTimeoutMs: 15_000, lockTimeoutMs: 2_000 };
const connectTimeoutMs = 10_000;
const graceMs = 3_000;
/** Sessions of a run carry this as `application_name` (at most 63 bytes, printable ASCII: the server's own limits). */
function applicationNameOf(run) {
    return `rooivalk-maintenance ${run}`.replace(/[^\x20-\x7e]/g, '?').slice(0, 63);
}
/** Log in. Rejects with a PortError. */
async function openSession(options, target, database, bounds) {
    const place = { subject: `database ${database} on ${target.name}`, user: options.user };
    const reached = await target.reach();
    try {
        const [tls, address] = [await options.tls(), await (0,adapters_tls/* addressOf */.ci)(reached.host)];
        const client = new esm/* default.Client */.Ay.Client({
            host: address,
            port: reached.port,
            user: options.user,
            database,
            password: options.password,
            ssl: (0,adapters_tls/* tlsSettings */.Bl)(tls) ?? false,
            application_name: applicationNameOf(options.run),
            connectionTimeoutMillis: connectTimeoutMs,
            keepAlive: true,
        });
        const guard = refuseCleartext(client, tls, place);
        const session = new OpenSession(client, place, options.clock, bounds, () => reached.close());
        try {
            await client.connect();
            await session.begin();
        }
        catch (error) {
            await session.close();
            throw guard.refused ?? error;
        }
        return session;
    }
    catch (error) {
        await reached.close().catch(() => undefined);
        throw translate(error, place);
    }
}
/** A server that asks for the password itself, without proving who it is, does not get it. SCRAM never sends it. */
function refuseCleartext(client, tls, place) {
    const guard = {};
    if (tls.mode === 'verify-ca' || tls.mode === 'verify-full')
        return guard;
    const { connection } = client;
    connection.prependListener('authenticationCleartextPassword', () => {
        guard.refused = new port_error/* PortError */.U({
            code: 'untrusted',
            subject: place.subject,
            message: `${place.subject}: the server asks for the password in clear text over a connection that is not verified`,
            next: 'set `password_encryption = scram-sha-256` and `scram-sha-256` in pg_hba.conf, or `platform.database.tls.mode: verify-full`',
        });
        connection.stream.destroy();
    });
    return guard;
}
class OpenSession {
    pid = 0;
    majorVersion = 0;
    ended = false;
    client;
    place;
    clock;
    bounds;
    leave;
    said = [];
    constructor(client, place, clock, bounds, leave) {
        this.client = client;
        this.place = place;
        this.clock = clock;
        this.bounds = bounds;
        this.leave = leave;
        client.on('error', () => {
            this.ended = true;
        });
        client.on('notice', (notice) => {
            if (this.said.length < 1000)
                this.said.push(noticeOf(notice));
        });
    }
    /** Set the bounds for the whole session; what runs there ends by itself when we are gone. */
    async begin() {
        const settings = {
            statement_timeout: `${this.bounds.statementTimeoutMs}`,
            lock_timeout: `${this.bounds.lockTimeoutMs}`,
            idle_in_transaction_session_timeout: '60000',
            client_min_messages: 'notice',
            search_path: 'pg_catalog',
        };
        const [facts] = await this.query(`select pg_catalog.pg_backend_pid() as pid, pg_catalog.current_setting('server_version_num')::int as version`);
        this.pid = facts?.pid ?? 0;
        this.majorVersion = Math.floor((facts?.version ?? 0) / 10_000);
        // client_connection_check_interval ends a query whose client has gone (from version 14 on)
        const all = this.majorVersion >= 14 ? { ...settings, client_connection_check_interval: '2000' } : settings;
        const names = Object.keys(all);
        const calls = names.map((_, index) => `pg_catalog.set_config($${2 * index + 1}, $${2 * index + 2}, false)`);
        await this.query(`select ${calls.join(', ')}`, Object.entries(all).flat());
    }
    async query(sql, values = []) {
        const done = new AbortController();
        const answer = this.client.query({ text: sql, values: [...values] });
        const deadline = this.clock.sleep(this.bounds.statementTimeoutMs + graceMs, done.signal).then(() => {
            this.destroy();
            throw new port_error/* PortError */.U({
                code: 'timeout',
                subject: this.place.subject,
                message: `${this.place.subject}: no answer within ${this.bounds.statementTimeoutMs + graceMs} ms`,
            });
        }, () => new Promise(() => undefined));
        try {
            return (await Promise.race([answer, deadline])).rows;
        }
        finally {
            done.abort();
            answer.catch(() => undefined);
        }
    }
    notices() {
        const said = this.said;
        this.said = [];
        return said;
    }
    destroy() {
        this.ended = true;
        this.client.connection.stream.destroy();
    }
    async close() {
        this.ended = true;
        const done = new AbortController();
        const patience = this.clock.sleep(2_000, done.signal).then(() => this.destroy(), () => undefined);
        await Promise.race([this.client.end().catch(() => undefined), patience]);
        done.abort();
        await this.leave().catch(() => undefined);
    }
}
function noticeOf(notice) {
    return {
        severity: notice.severity ?? '',
        sqlState: notice.code ?? '',
        text: (notice.message ?? '').slice(0, 20_000),
    };
}

;// CONCATENATED MODULE: ./build/adapters/postgres/dead-run.js

const patienceMs = 5_000;
/** End the sessions of a run that is no more, and wait until they are gone. Only our own role's: that needs no right. */
async function endSessionsOf(session, run, clock) {
    const application = applicationNameOf(run);
    const mine = `application_name = $1 and usename = current_user and pid <> pg_backend_pid()`;
    const ended = await session.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${mine}`, [
        application,
    ]);
    const until = clock.monotonic() + patienceMs;
    while (clock.monotonic() < until) {
        const [left] = await session.query(`select count(*)::int as count from pg_stat_activity where ${mine}`, [application]);
        if (left?.count === 0)
            break;
        await clock.sleep(100);
    }
    return ended.length;
}

;// CONCATENATED MODULE: ./build/adapters/postgres/text.js
/** Texts of the database that are carried to people are at most this long; the rest is cut off in the server. */
const textLimit = 300;
/** An expression's first {@link textLimit} characters, never null. */
const capped = (expression) => `coalesce(left(${expression}::text, ${textLimit}), '')`;
/** A timestamp as epoch ms. */
const epochMs = (expression) => `(extract(epoch from ${expression}) * 1000)::float8`;
/** How long ago a timestamp was, ms, never negative; null stays null (greatest() would make it 0). */
const agoMs = (expression) => `case when ${expression} is not null then greatest(0, extract(epoch from clock_timestamp() - ${expression}) * 1000)::float8 end`;
/** Drop the keys that are null: ports leave out what is not known. */
function known(row) {
    return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

;// CONCATENATED MODULE: ./build/adapters/postgres/survey.js


/** What the server is. */
async function readInstance(session, server) {
    const [row] = await session.query(`
    select ${capped(`split_part(current_setting('server_version'), ' ', 1)`)} as version,
           pg_is_in_recovery() as standby,
           ${epochMs('pg_postmaster_start_time()')} as "startedAt",
           current_user::text as "user",
           rolsuper as superuser,
           pg_has_role('pg_read_all_stats', 'USAGE') as "readsStatistics",
           current_setting('autovacuum_freeze_max_age')::int as "freezeMaxAge",
           current_setting('autovacuum_multixact_freeze_max_age')::int as "multixactFreezeMaxAge"
      from pg_roles where rolname = current_user`);
    if (row === undefined)
        throw new Error('no row of the role itself');
    const { standby, ...facts } = row;
    const primary = standby ? await readPrimary(session) : undefined;
    const systemIdentifier = await readSystemIdentifier(session);
    return {
        ...facts,
        server,
        majorVersion: session.majorVersion,
        role: standby ? 'standby' : 'primary',
        ...(primary === undefined ? {} : { primary }),
        ...(systemIdentifier === undefined ? {} : { systemIdentifier }),
    };
}
/** Where a standby receives from; `primary_conninfo` is never read, because it may hold a password. */
async function readPrimary(session) {
    const [row] = await session.query(`select ${capped('sender_host')} || ':' || sender_port as primary from pg_stat_wal_receiver where sender_host is not null`);
    return row?.primary ?? undefined;
}
async function readSystemIdentifier(session) {
    try {
        const [row] = await session.query(`select system_identifier::text as id from pg_control_system()`);
        return row?.id;
    }
    catch (error) {
        if (codeOf(error) === '42501')
            return undefined;
        throw error;
    }
}
/** All databases; sizes only of those that we may connect to or whose statistics we may read. */
async function readDatabases(session) {
    const rows = await session.query(`
    select ${capped('d.datname')} as name,
           ${capped('pg_get_userbyid(d.datdba)')} as owner,
           case when has_database_privilege(d.oid, 'CONNECT') or pg_has_role('pg_read_all_stats', 'USAGE')
                then pg_database_size(d.oid)::float8 end as bytes,
           d.datallowconn as "allowsConnections",
           d.datallowconn and has_database_privilege(d.oid, 'CONNECT') as "mayConnect",
           age(d.datfrozenxid)::int as "transactionAge",
           case when d.datminmxid = '0' then 0 else mxid_age(d.datminmxid)::int end as "multixactAge"
      from pg_database d order by d.datname`);
    return rows.map(known);
}
/** Before version 17 the owner vacuums (of the table, or of the database); since then MAINTAIN does. */
const mayMaintain = (majorVersion) => majorVersion >= 17
    ? `has_table_privilege(c.oid, 'MAINTAIN') or pg_has_role(d.datdba, 'USAGE')`
    : `pg_has_role(c.relowner, 'USAGE') or pg_has_role(d.datdba, 'USAGE')`;
const pagesToBytes = `* current_setting('block_size')::float8`;
const ageOf = (alias) => `case when coalesce(${alias}.relfrozenxid, '0') = '0' then 0 else age(${alias}.relfrozenxid) end`;
const multixactAgeOf = (alias) => `case when coalesce(${alias}.relminmxid, '0') = '0' then 0 else mxid_age(${alias}.relminmxid) end`;
/**
 * Sizes are the catalogue's page counts (as of the last vacuum or analyze): pg_total_relation_size() would wait behind an
 * ACCESS EXCLUSIVE lock, and looking must not hang on the very table that is stuck. For the same reason partitions are read
 * from pg_inherits and not by pg_partition_tree().
 */
const tablesSql = (majorVersion) => `
  select c.oid::int8::float8 as oid,
         ${capped('n.nspname')} as schema,
         ${capped('c.relname')} as name,
         case c.relkind when 'm' then 'materialized-view' when 'p' then 'partitioned' else 'table' end as kind,
         ${capped('pg_get_userbyid(c.relowner)')} as owner,
         coalesce(r.rolsuper, false) as "ownedBySuperuser",
         (${mayMaintain(majorVersion)}) as "mayMaintain",
         (greatest(c.relpages, 0) + coalesce(t.relpages, 0) + coalesce(x.pages, 0)) ${pagesToBytes} as bytes,
         pg_stat_get_live_tuples(c.oid)::float8 as "liveRows",
         pg_stat_get_dead_tuples(c.oid)::float8 as "deadRows",
         pg_stat_get_mod_since_analyze(c.oid)::float8 as "changedRows",
         greatest(${ageOf('c')}, ${ageOf('t')})::int as "transactionAge",
         greatest(${multixactAgeOf('c')}, ${multixactAgeOf('t')})::int as "multixactAge",
         ${epochMs('pg_stat_get_last_vacuum_time(c.oid)')} as "lastVacuum",
         ${epochMs('pg_stat_get_last_autovacuum_time(c.oid)')} as "lastAutovacuum",
         ${epochMs('pg_stat_get_last_analyze_time(c.oid)')} as "lastAnalyze",
         ${epochMs('pg_stat_get_last_autoanalyze_time(c.oid)')} as "lastAutoanalyze"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_database d on d.datname = current_database()
    left join pg_roles r on r.oid = c.relowner
    left join pg_class t on t.oid = c.reltoastrelid
    left join (select i.indrelid, sum(k.relpages) as pages from pg_index i join pg_class k on k.oid = i.indexrelid
                group by i.indrelid) x on x.indrelid = c.oid
   where c.relkind in ('r', 'm', 'p') and c.relpersistence <> 't'
     and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
   order by n.nspname, c.relname`;
const partitionsSql = `
  select i.inhparent::int8::float8 as parent, i.inhrelid::int8::float8 as child
    from pg_inherits i join pg_class p on p.oid = i.inhparent where p.relkind = 'p'`;
const oldestSql = `
  select ${capped(`o.nspname || '.' || o.relname`)} as name, o.age::int as "transactionAge",
         case when o.relpersistence = 't' then 'temporary' when o.nspname in ('pg_catalog', 'information_schema')
              then 'catalog' else 'table' end as what
    from (select n.nspname, coalesce(m.relname, c.relname) as relname, c.relpersistence, age(c.relfrozenxid) as age
            from pg_class c
            left join pg_class m on m.reltoastrelid = c.oid
            join pg_namespace n on n.oid = coalesce(m.relnamespace, c.relnamespace)
           where c.relkind in ('r', 'm', 't') and c.relfrozenxid <> '0'
           order by age(c.relfrozenxid) desc limit 1) o`;
/** All tables of the session's database. */
async function readTables(session) {
    const rows = await session.query(tablesSql(session.majorVersion));
    const pairs = await session.query(partitionsSql);
    const [oldest] = await session.query(oldestSql);
    const tables = withPartitions(rows.map(known), pairs);
    return oldest === undefined ? { tables } : { tables, oldest };
}
/** Give every partitioned table the sums of its leaves, at whatever depth, and when the newest of them was analyzed. */
function withPartitions(tables, pairs) {
    if (pairs.length === 0)
        return tables;
    const byOid = new Map(tables.map((table) => [table.oid, table]));
    const children = Map.groupBy(pairs, (pair) => pair.parent);
    const leavesOf = (oid) => (children.get(oid) ?? []).flatMap(({ child }) => {
        const table = byOid.get(child);
        if (table === undefined)
            return [];
        return table.kind === 'partitioned' ? leavesOf(child) : [table];
    });
    return tables.map((table) => (table.kind === 'partitioned' ? summed(table, leavesOf(table.oid)) : table));
}
function summed(table, leaves) {
    const sum = (of) => leaves.reduce((total, leaf) => total + of(leaf), 0);
    const newest = Math.max(0, ...leaves.map((leaf) => Math.max(leaf.lastAnalyze ?? 0, leaf.lastAutoanalyze ?? 0)));
    return {
        ...table,
        bytes: sum((leaf) => leaf.bytes),
        liveRows: sum((leaf) => leaf.liveRows),
        deadRows: 0,
        changedRows: sum((leaf) => leaf.changedRows),
        ...(newest > 0 ? { partitionsAnalyzed: newest } : {}),
    };
}

;// CONCATENATED MODULE: ./build/adapters/postgres/health.js



/** The number that initdb gave the database cluster; a standby has its primary's. */
async function health_readSystemIdentifier(session) {
    const [row] = await session.query(`select system_identifier::text as id from pg_control_system()`);
    if (row === undefined)
        throw new Error('a function without a row');
    return row.id;
}
/** Sessions against `max_connections`. Standbys' own sessions do not count towards it (since version 12). */
async function readConnections(session) {
    const reserved = session.majorVersion >= 16 ? `+ current_setting('reserved_connections')::int` : '';
    const [row] = await session.query(`
    select count(*) filter (where backend_type = 'client backend')::int as used,
           current_setting('max_connections')::int as max,
           current_setting('superuser_reserved_connections')::int ${reserved} as reserved,
           count(*) filter (where state like 'idle in transaction%')::int as "idleInTransaction"
      from pg_stat_activity`);
    if (row === undefined)
        throw new Error('an aggregate without a row');
    return row;
}
/** Sessions by address. Other users' addresses are shown to members of pg_read_all_stats alone. */
async function readClients(session) {
    return session.query(`
    select host(client_addr) as address, count(*)::int as sessions
      from pg_stat_activity
     where backend_type = 'client backend' and client_addr is not null
     group by client_addr order by 2 desc, 1`);
}
/** Lag as this server sees it. */
async function readReplication(session) {
    const [server] = await session.query(`select pg_is_in_recovery() as standby`);
    return server?.standby ? standbySide(session) : primarySide(session);
}
async function primarySide(session) {
    const rows = await session.query(`
    select ${capped('application_name')} as application, ${capped('host(client_addr)')} as address,
           coalesce(state, 'unknown') as state, coalesce(sync_state in ('sync', 'quorum'), false) as synchronous,
           coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn), 0)::float8 as "lagBytes",
           (extract(epoch from replay_lag) * 1000)::float8 as "lagMs"
      from pg_stat_replication order by 1, 2`);
    return { role: 'primary', standbys: rows.map(known) };
}
async function standbySide(session) {
    const [row] = await session.query(`
    select exists (select from pg_stat_wal_receiver where status = 'streaming') as receiving,
           coalesce(greatest(0, pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())), 0)::float8 as "lagBytes",
           ${agoMs('pg_last_xact_replay_timestamp()')} as "lastReplayedMs"`);
    const primary = await readPrimary(session);
    const replayed = row?.lastReplayedMs ?? null;
    return {
        role: 'standby',
        receiving: row?.receiving ?? false,
        lagBytes: row?.lagBytes ?? 0,
        ...(primary === undefined ? {} : { primary }),
        ...(replayed === null ? {} : { lastReplayedMs: replayed }),
    };
}
/** What databases and the write-ahead log take. */
async function readDisk(session) {
    const [row] = await session.query(`
    select coalesce(sum(pg_database_size(oid)), 0)::float8 as bytes from pg_database
     where has_database_privilege(oid, 'CONNECT') or pg_has_role('pg_read_all_stats', 'USAGE')`);
    const bytes = row?.bytes ?? 0;
    const logBytes = await readLogBytes(session);
    return logBytes === undefined ? { usedBytes: bytes } : { usedBytes: bytes + logBytes, logBytes };
}
async function readLogBytes(session) {
    try {
        const [row] = await session.query(`select coalesce(sum(size), 0)::float8 as bytes from pg_ls_waldir()`);
        return row?.bytes;
    }
    catch (error) {
        if (codeOf(error) === '42501')
            return undefined;
        throw error;
    }
}
const refusals = {
    '25006': 'read-only',
    '54000': 'out-of-transaction-numbers',
    '53100': 'disk-full',
};
const flushPatienceMs = 5_000;
/**
 * A transactional message in the write-ahead log gives the transaction a number and writes a record; the rollback's own
 * record is flushed by the WAL writer within `wal_writer_delay`, and the flush position then shows it on disk. A temporary
 * table would prove less (its data is never logged) and leave dead rows in the catalogues.
 */
async function tryWrite(session, clock) {
    const [server] = await session.query(`select pg_is_in_recovery() as standby, current_setting('default_transaction_read_only')::bool as "readOnly"`);
    if (server?.standby)
        return { accepted: false, why: 'standby' };
    if (server?.readOnly)
        return { accepted: false, why: 'read-only' };
    const started = clock.monotonic();
    const written = await writeAndRollBack(session);
    if (typeof written !== 'string')
        return written;
    const flushed = await seenFlushed(session, clock, written);
    return { accepted: true, flushed, tookMs: Math.round(clock.monotonic() - started) };
}
async function writeAndRollBack(session) {
    await session.query('begin');
    try {
        const [row] = await session.query(`select pg_logical_emit_message(true, 'rooivalk-maintenance', 'test write')::text as lsn`);
        return row?.lsn ?? '0/0';
    }
    catch (error) {
        const why = refusals[codeOf(error) ?? ''];
        if (why === undefined)
            throw error;
        return { accepted: false, why };
    }
    finally {
        if (!session.ended)
            await session.query('rollback');
    }
}
async function seenFlushed(session, clock, lsn) {
    const until = clock.monotonic() + flushPatienceMs;
    for (;;) {
        const [row] = await session.query(`select pg_current_wal_flush_lsn() >= $1::pg_lsn as flushed`, [lsn]);
        if (row?.flushed)
            return true;
        if (clock.monotonic() >= until)
            return false;
        await clock.sleep(100);
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres/session-rows.js

/** SQL commands that may be named to people; any other first word is the client's own text and stays away. */
const commands = new Set(`ALTER ANALYZE BEGIN CALL CHECKPOINT CLOSE CLUSTER COMMENT COMMIT COPY CREATE DEALLOCATE DECLARE DELETE DISCARD DO DROP END
  EXECUTE EXPLAIN FETCH GRANT IMPORT INSERT LISTEN LOAD LOCK MERGE MOVE NOTIFY PREPARE REASSIGN REFRESH REINDEX RELEASE RESET
  REVOKE ROLLBACK SAVEPOINT SECURITY SELECT SET SHOW START TABLE TRUNCATE UNLISTEN UPDATE VACUUM VALUES WITH`.split(/\s+/));
/** The first word of a query, past blanks and comments; computed by the server, so that nothing else leaves it. */
const firstWord = (query) => `upper((regexp_match(left(${query}, 10000), '^(?:\\s|/\\*(?:[^*]|\\*[^/])*\\*/|--[^\\n]*\\n)*([A-Za-z]{1,20})'))[1])`;
/** The columns of a {@link SessionEntry} from `pg_stat_activity a`. Query ids exist from version 14 on. */
const sessionColumns = (majorVersion) => `
  a.pid, ${capped('a.application_name')} as application, ${capped('a.usename')} as "user",
  left(a.datname::text, 300) as database, coalesce(a.state, 'unknown') as state, ${firstWord('a.query')} as command,
  ${majorVersion >= 14 ? 'a.query_id::text' : 'null'} as "queryId",
  ${agoMs('a.xact_start')} as "transactionMs", ${epochMs('a.backend_start')} as "startedAt"`;
/** What may be shown of a session. */
function sessionOf(row) {
    const { command, ...rest } = row;
    return { ...known(rest), command: command !== null && commands.has(command) ? command : 'other' };
}

;// CONCATENATED MODULE: ./build/adapters/postgres/horizon.js


/** Everything that holds the horizon, oldest first: sessions, prepared transactions, slots, and standbys that report theirs. */
async function readHorizon(session) {
    const holders = [
        ...(await openTransactions(session)),
        ...(await preparedTransactions(session)),
        ...(await replicationSlots(session)),
        ...(await standbyFeedback(session)),
    ];
    return holders.sort((a, b) => b.age - a.age);
}
/** VACUUM itself does not hold the horizon, and autovacuum gives way by itself. */
async function openTransactions(session) {
    const rows = await session.query(`select ${sessionColumns(session.majorVersion)},
            greatest(coalesce(age(a.backend_xmin), 0), coalesce(age(a.backend_xid), 0)) as age
       from pg_stat_activity a
      where (a.backend_xmin is not null or a.backend_xid is not null) and a.pid <> pg_backend_pid()
        and a.backend_type not in ('walsender', 'autovacuum worker', 'parallel worker')
        and a.pid not in (select pid from pg_stat_progress_vacuum)`);
    return rows.map(({ age, ...row }) => ({ kind: 'transaction', age, ...sessionOf(row) }));
}
async function preparedTransactions(session) {
    return session.query(`
    select 'prepared-transaction' as kind, age(transaction) as age, ${capped('gid')} as id, ${capped('owner')} as owner,
           ${capped('database')} as database, ${agoMs('prepared')} as "preparedMs"
      from pg_prepared_xacts`);
}
const currentLog = `case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end`;
async function replicationSlots(session) {
    const rows = await session.query(`
    select 'replication-slot' as kind, greatest(coalesce(age(xmin), 0), coalesce(age(catalog_xmin), 0)) as age,
           ${capped('slot_name')} as name, case when xmin is null then 'catalogues' else 'everything' end as holds,
           slot_type as type, active, left(database::text, 300) as database,
           coalesce(pg_wal_lsn_diff(${currentLog}, restart_lsn), 0)::float8 as "retainedBytes"
      from pg_replication_slots
     where (xmin is not null or catalog_xmin is not null)
       ${session.majorVersion >= 13 ? `and wal_status is distinct from 'lost'` : ''}`);
    return rows.map(known);
}
/** `hot_standby_feedback` without a slot (with one, the slot shows it). */
async function standbyFeedback(session) {
    return session.query(`
    select 'standby-feedback' as kind, age(backend_xmin) as age, ${capped('application_name')} as application,
           ${capped('host(client_addr)')} as address
      from pg_stat_replication where backend_xmin is not null`);
}

;// CONCATENATED MODULE: ./build/adapters/postgres/lock-queue.js


/** A queue is followed to so many sessions, and so many steps away from us: asking costs the server, too. */
const mostSessions = 20;
const mostSteps = 10;
/** What conflicts with the SHARE UPDATE EXCLUSIVE lock that VACUUM and ANALYZE take. */
const conflicting = `('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')`;
/**
 * Who is in the way of a vacuum of the table: who holds a lock that it would wait for or stands in front of it in the queue,
 * and who is in their way in turn.
 */
async function readBlockers(session, table) {
    const first = await session.query(`select distinct 0 as waiter, coalesce(pid, 0) as blocker from pg_locks
      where locktype = 'relation' and mode in ${conflicting} and relation = $2 and pid is distinct from pg_backend_pid()
        and database = (select oid from pg_database where datname = $1)`, [table.database, table.oid]);
    return describe(session, table, await followed(session, first));
}
/** Who is in the way of the session `pid` now, while it waits for a lock on the table, and who is in their way in turn. */
async function readAhead(session, pid, table) {
    // asked only while it waits: pg_blocking_pids() holds up everybody who takes a lock, for a moment
    const first = await session.query(`select distinct a.pid as waiter, b.pid as blocker
       from pg_stat_activity a, lateral unnest(pg_blocking_pids(a.pid)) b(pid)
      where a.pid = $1 and a.wait_event_type = 'Lock'`, [pid]);
    return describe(session, table, await followed(session, first));
}
/** From those in front to those they wait for, until nobody waits or the bounds are reached. */
async function followed(session, first) {
    const edges = [];
    const seen = new Set();
    let found = first;
    for (let step = 0; step < mostSteps && found.length > 0; step += 1) {
        const kept = found.filter(({ blocker }) => seen.has(blocker) || seen.size < mostSessions);
        const next = [...new Set(kept.map(({ blocker }) => blocker))].filter((pid) => pid !== 0 && !seen.has(pid));
        const asked = next.slice(0, mostSessions - seen.size);
        for (const pid of asked)
            seen.add(pid);
        edges.push(...kept.filter(({ blocker }) => blocker === 0 || seen.has(blocker)));
        found = asked.length === 0 ? [] : await blockersOf(session, asked);
    }
    return edges;
}
const blockersOf = (session, pids) => session.query(`select distinct w.pid as waiter, b.pid as blocker
       from unnest($1::int[]) w(pid), lateral unnest(pg_blocking_pids(w.pid)) b(pid)`, [pids]);
/** Modes from 1 (ACCESS SHARE) to 8 (ACCESS EXCLUSIVE). */
const level = (of) => `array_position(array['AccessShareLock', 'RowShareLock', 'RowExclusiveLock',
  'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'], ${of}.mode)`;
/** Which levels conflict: the table "Conflicting Lock Modes" of PostgreSQL's documentation, in short. */
const conflict = `(l.level + w.level >= 9 and (l.level, w.level) <> (5, 5) or (l.level, w.level) in ((4, 4), (3, 5), (5, 3)))`;
/** What identifies the thing that is locked; null where that kind of thing has no such number. */
const thing = (of) => ['locktype', 'database', 'relation', 'page', 'tuple', 'virtualxid', 'transactionid', 'classid', 'objid', 'objsubid']
    .map((column) => `${of}.${column}`)
    .join(', ');
/**
 * `locked`: for each edge the locks by which the one is in the way of the other. What the first ones are in the way of is a
 * vacuum of the table. Parameters: the edges' waiters and blockers, database and oid of the table, and the first waiter.
 */
const lockedFrom = `
  with locks as materialized (select *, ${level('k')} as level from pg_locks k),
       edges as (select * from unnest($1::int[], $2::int[]) e(waiter, blocker)),
       wanted as (
         select w.pid as waiter, w.level, ${thing('w')} from locks w where not w.granted and w.pid = any($1)
         union all
         select $5::int, 4, 'relation', (select oid from pg_database where datname = $3), $4::oid,
                null, null, null, null, null, null, null),
       locked as (
         select e.blocker, l.virtualtransaction, l.mode, l.locktype, l.granted, l.level
           from edges e join wanted w on w.waiter = e.waiter
           join locks l on coalesce(l.pid, 0) = e.blocker and (${thing('l')}) is not distinct from (${thing('w')})
          where ${conflict})`;
/** The edges as sessions and prepared transactions, the nearest first; who has let go meanwhile is left out. */
async function describe(session, table, edges) {
    const [first] = edges;
    if (first === undefined)
        return [];
    const values = [edges.map(({ waiter }) => waiter), edges.map(({ blocker }) => blocker), table.database, table.oid];
    const sessions = await session.query(`${lockedFrom} select distinct on (a.pid) ${sessionColumns(session.majorVersion)}, l.mode, l.locktype, l.granted
       from locked l join pg_stat_activity a on a.pid = l.blocker order by a.pid, l.granted desc, l.level desc`, [...values, first.waiter]);
    // a prepared transaction has a lock on its own number: by that its other locks are known
    const prepared = await session.query(`${lockedFrom} select distinct on (p.gid) ${capped('p.gid')} as id, l.mode, l.locktype
       from locked l
       join locks t on t.pid is null and t.locktype = 'transactionid' and t.virtualtransaction = l.virtualtransaction
       join pg_prepared_xacts p on p.transaction = t.transactionid
      where l.blocker = 0 and l.granted order by p.gid, l.level desc`, [...values, first.waiter]);
    const place = new Map([...new Set(edges.map(({ blocker }) => blocker))].map((pid, index) => [pid, index]));
    return [
        ...sessions
            .toSorted((a, b) => (place.get(a.pid) ?? 0) - (place.get(b.pid) ?? 0))
            .map(({ mode, locktype, granted, ...row }) => ({
            kind: 'session',
            lock: lockName({ mode, locktype }),
            granted,
            waitsFor: edges.filter(({ waiter }) => waiter === row.pid).map(({ blocker }) => blocker),
            ...sessionOf(row),
        })),
        ...prepared.map(({ id, ...lock }) => ({ kind: 'prepared-transaction', lock: lockName(lock), id })),
    ];
}
/**
 * `AccessExclusiveLock` of a table as the documentation writes it: `ACCESS EXCLUSIVE`. Who waits for a transaction waits until
 * it ends, whatever it did.
 */
function lockName({ mode, locktype }) {
    if (locktype === 'transactionid' || locktype === 'virtualxid')
        return 'its transaction open';
    const name = mode
        .replace(/Lock$/, '')
        .replace(/(?<!^)([A-Z])/g, ' $1')
        .toUpperCase();
    return locktype === 'relation' ? name : `${name} (${locktype})`;
}
/** Who waits for a lock that the session `pid` holds. Autovacuum can wait; it comes again by itself. */
async function readWaitingFor(session, pid) {
    const rows = await session.query(`select ${sessionColumns(session.majorVersion)} from pg_stat_activity a
      where a.wait_event_type = 'Lock' and a.backend_type <> 'autovacuum worker' and $1 = any(pg_blocking_pids(a.pid))`, [pid]);
    return rows.map(sessionOf);
}

// EXTERNAL MODULE: ./build/adapters/asked-once.js
var asked_once = __webpack_require__(13195);
;// CONCATENATED MODULE: ./build/adapters/postgres/sessions.js




const keptOpen = 3;
/** The few sessions that reads share, and where each server is. */
class Sessions {
    options;
    kept = new Map();
    /** The servers; asked once a run, and again after a failure. */
    targets;
    constructor(options) {
        this.options = options;
        this.targets = (0,asked_once/* askedOnce */.m)(() => options.targets());
    }
    async target(server) {
        const found = (await this.targets()).find((target) => target.name === server);
        if (found)
            return found;
        throw new port_error/* PortError */.U({ code: 'not-found', subject: server, message: `${server} is none of the database's servers` });
    }
    /** A session of its own, with other bounds than reads have; the caller closes it. */
    async open(server, database, bounds) {
        return openSession(this.options, await this.target(server), database, bounds);
    }
    /** Work with a shared session. Foreign errors are translated; a broken session is not used again. */
    async use(server, work, database = this.options.database) {
        const key = JSON.stringify([server, database]);
        try {
            const session = await this.shared(key, server, database);
            return await work(session);
        }
        catch (error) {
            await this.dropBroken(key);
            throw translate(error, { subject: `database ${database} on ${server}`, user: this.options.user });
        }
    }
    async shared(key, server, database) {
        const present = this.kept.get(key);
        if (present && !(await present).ended)
            return present;
        this.kept.delete(key);
        while (this.kept.size >= keptOpen) {
            const [oldest] = this.kept.keys();
            await this.drop(oldest ?? '');
        }
        const opening = this.open(server, database, readBounds);
        this.kept.set(key, opening);
        return opening;
    }
    async dropBroken(key) {
        const session = await this.kept.get(key)?.catch(() => undefined);
        if (session === undefined || session.ended)
            await this.drop(key);
    }
    async drop(key) {
        const kept = this.kept.get(key);
        this.kept.delete(key);
        await kept?.then((session) => session.close(), () => undefined);
    }
    async close() {
        await Promise.all([...this.kept.keys()].map((key) => this.drop(key)));
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres/watch.js

const lookEveryMs = 500;
/** Seen waiting behind us in this many looks running, a session gets its way. */
const looksBeforeYielding = 3;
/**
 * Look from outside, twice a second. Who is in the way is seen only while the work waits: afterwards the queue has moved on.
 * The work is cancelled when the run is, and when somebody waits behind it: whoever wants to alter the table would wait for
 * our lock, and everybody else behind them (autovacuum gives way in that case, a plain VACUUM does not).
 */
function watchOver(work, watcher, clock, signal) {
    const ended = new AbortController();
    const stop = AbortSignal.any([ended.signal, signal]);
    const watching = watch(work, watcher, clock, { ended: ended.signal, cancelled: signal, stop });
    return {
        end: () => {
            ended.abort();
            return watching;
        },
    };
}
async function watch({ pid, table, lockTimeoutMs }, watcher, clock, signals) {
    const cancel = () => watcher.query('select pg_cancel_backend($1)', [pid]).catch(() => undefined);
    let ahead = [];
    // a short wait is looked at before it is over
    let pauseMs = Math.min(lookEveryMs, lockTimeoutMs / 3);
    for (let looks = 0;; pauseMs = lookEveryMs) {
        await clock.sleep(pauseMs, signals.stop).catch(() => undefined);
        if (signals.ended.aborted || watcher.ended)
            return { ahead, behind: [] };
        if (signals.cancelled.aborted) {
            await cancel();
            return { ahead, behind: [] };
        }
        const now = await readAhead(watcher, pid, table).catch(() => []);
        if (now.length > 0)
            ahead = now;
        const behind = await readWaitingFor(watcher, pid).catch(() => []);
        looks = behind.length > 0 ? looks + 1 : 0;
        if (signals.ended.aborted)
            return { ahead, behind: [] };
        if (looks >= looksBeforeYielding) {
            await cancel();
            return { ahead, behind };
        }
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres/table-options.js



/** Options of a table by oid and name; names are compared as they are carried, at most 300 characters long. */
async function readTableOptions(session, which) {
    return (await readTable(session, which))?.options;
}
async function readTable(session, { oid, schema, table }) {
    const [row] = await session.query(`select format('%I.%I', n.nspname, c.relname) as name,
            coalesce((select jsonb_object_agg(o.option_name, o.option_value)
                        from pg_options_to_table(c.reloptions) o), '{}'::jsonb) as options
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.oid = $1 and left(n.nspname::text, 300) = $2 and left(c.relname::text, 300) = $3`, [oid, schema, table]);
    return row;
}
const failures = {
    '55P03': 'locked',
    '42501': 'not-permitted',
    '42P01': 'gone',
};
/**
 * Set and reset options in one transaction that first takes the lock which the change itself takes (SHARE UPDATE EXCLUSIVE:
 * reads and writes go on) and then compares what is there. Who is in the way is seen from outside while it waits. Option names
 * and values are checked by whoever calls, and once more here: nothing but words and numbers becomes part of a statement.
 */
async function setTableOptions({ worker, watcher }, change, clock) {
    const before = await readTable(worker, change);
    if (before === undefined)
        return { outcome: 'gone' };
    await worker.query('begin');
    const { lockTimeoutMs } = change;
    const watch = watchOver({ pid: worker.pid, table: change, lockTimeoutMs }, watcher, clock, new AbortController().signal);
    const came = await changed(worker, change, before.name).catch((error) => ({ error }));
    const { ahead, behind } = await watch.end();
    if (typeof came === 'string') {
        await worker.query(came === 'done' ? 'commit' : 'rollback');
        return { outcome: came };
    }
    // the watch cancels it for somebody who waits behind it
    const known = behind.length > 0 ? 'locked' : failures[codeOf(came.error) ?? ''];
    if (!worker.ended)
        await worker.query('rollback');
    if (known === undefined)
        throw came.error;
    if (known !== 'locked')
        return { outcome: known };
    return { outcome: known, blockers: ahead.length > 0 ? ahead : await readBlockers(watcher, change) };
}
async function changed(session, change, name) {
    await session.query(`lock table only ${name} in share update exclusive mode`);
    const now = await readTable(session, change);
    if (now === undefined)
        return 'gone';
    if (Object.entries(change.from).some(([option, value]) => (now.options[option] ?? null) !== value))
        return 'moved';
    const set = Object.entries(change.to).flatMap(([option, value]) => value === null ? [] : [`${word(option)} = ${number(value)}`]);
    const reset = Object.entries(change.to).flatMap(([option, value]) => (value === null ? [word(option)] : []));
    if (set.length > 0)
        await session.query(`alter table only ${name} set (${set.join(', ')})`);
    if (reset.length > 0)
        await session.query(`alter table only ${name} reset (${reset.join(', ')})`);
    return 'done';
}
function word(option) {
    if (!/^[a-z][a-z0-9_]{0,62}$/.test(option))
        throw new TypeError('an option of a table that is no word');
    return option;
}
function number(value) {
    if (!/^\d{1,10}(\.\d{1,6})?$/.test(value))
        throw new TypeError('an option of a table whose value is no number');
    return value;
}

;// CONCATENATED MODULE: ./build/adapters/postgres/tuning.js

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;
/** A row's header and its pointer in the page, and a page's own header, bytes (PostgreSQL, "Database Page Layout"). */
const rowOverhead = 28;
const pageOverhead = 24;
/**
 * Needed bytes: rows in full pages of the table's fill factor, each as wide as statistics say its columns are (without
 * padding, so a little too small). Statistics of tables that we may not read are not shown to us; then it is null.
 */
const tuning_tablesSql = `
  select c.oid::int8::float8 as oid, ${capped('n.nspname')} as schema, ${capped('c.relname')} as name,
         pg_has_role(c.relowner, 'USAGE') as "mayAlter",
         coalesce((select jsonb_object_agg(o.option_name, o.option_value)
                     from pg_options_to_table(c.reloptions) o), '{}'::jsonb) as options,
         pg_stat_get_live_tuples(c.oid)::float8 as "liveRows", pg_stat_get_dead_tuples(c.oid)::float8 as "deadRows",
         greatest(c.relpages, 0) * b.size as bytes,
         case when w.width is not null and c.reltuples > 0 then
           ceil(c.reltuples * (w.width + ${rowOverhead}) / ((b.size - ${pageOverhead}) * coalesce(
             (select o.option_value::float8 from pg_options_to_table(c.reloptions) o where o.option_name = 'fillfactor'), 100) / 100)
           ) * b.size end as "neededBytes"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join (select current_setting('block_size')::float8 as size) b
    left join (select schemaname, tablename, sum(avg_width * (1 - null_frac))::float8 as width
                 from pg_stats where not inherited group by 1, 2) w
           on w.schemaname = n.nspname and w.tablename = c.relname
   where c.relkind in ('r', 'm') and c.relpersistence <> 't' and ${ours}
   order by n.nspname, c.relname`;
/** Of an entry of a B-tree its header and pointer, and of a page its special space as well, bytes; its first page is its own. */
const entryOverhead = 12;
const entryAlignment = 8;
const treePageOverhead = 40;
const treeFill = 90;
/**
 * Needed bytes of a B-tree over plain columns: entries in pages of its fill factor, each as wide as statistics say its
 * columns are, padded. Inner pages are left out, so it is a little too small; where equal keys are folded it is too large.
 */
const indexesSql = `
  select c.oid::int8::float8 as oid, ${capped('n.nspname')} as schema, ${capped('c.relname')} as name,
         ${capped('t.relname')} as "table",
         greatest(c.relpages, 0) * b.size as bytes,
         pg_stat_get_numscans(c.oid)::float8 as scans,
         i.indisvalid as valid,
         exists (select from pg_stat_progress_create_index p where p.index_relid = c.oid) as building,
         i.indisunique or i.indisprimary or i.indisexclusion or i.indisreplident as "holdsRule",
         md5(concat_ws('/', i.indrelid, c.relam, i.indkey, i.indclass, i.indcollation, i.indoption, i.indisunique,
             i.indexprs::text, i.indpred::text)) as "sameAs",
         case when w.width is not null and c.reltuples > 0 then
           (1 + ceil(c.reltuples * (${entryOverhead} + ceil(w.width / ${entryAlignment}) * ${entryAlignment})
             / ((b.size - ${treePageOverhead}) * coalesce(
               (select o.option_value::float8 from pg_options_to_table(c.reloptions) o
                 where o.option_name = 'fillfactor'), ${treeFill}) / 100))) * b.size end as "neededBytes"
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_am m on m.oid = c.relam
    cross join (select current_setting('block_size')::float8 as size) b
    left join lateral (
      select case when count(*) = count(s.avg_width)
                  then sum(s.avg_width * (1 - s.null_frac))::float8 end as width
        from pg_attribute a
        left join pg_stats s on s.schemaname = n.nspname and s.tablename = t.relname and s.attname = a.attname
                            and not s.inherited
       where a.attrelid = t.oid and a.attnum = any (i.indkey)) w on m.amname = 'btree' and i.indexprs is null
   where c.relkind = 'i' and t.relpersistence <> 't' and ${ours}
   order by n.nspname, c.relname`;
/** The column that a sequence fills bounds it too: numbers of an integer column end long before those of its sequence. */
const sequencesSql = `
  select ${capped('n.nspname')} as schema, ${capped('c.relname')} as name,
         coalesce(pg_sequence_last_value(c.oid), s.seqstart)::float8 as "lastValue",
         least(s.seqmax, case a.atttypid when 'int2'::regtype then 32767 when 'int4'::regtype then 2147483647
               else s.seqmax end)::float8 as bound,
         s.seqcycle as cycles
    from pg_sequence s
    join pg_class c on c.oid = s.seqrelid
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
                         and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
    left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   where s.seqincrement > 0 and has_sequence_privilege(s.seqrelid, 'SELECT, USAGE') and c.relpersistence <> 't' and ${ours}
   order by n.nspname, c.relname`;
/**
 * Since when use is counted. From version 15 on a database has no such time until somebody resets its statistics; those of the
 * background writer always have one: when the cluster was made, or when a crash or a copy (a new standby) lost them all.
 */
const countedSql = `
  select ${epochMs('greatest(d.stats_reset, b.stats_reset)')} as since
    from pg_stat_bgwriter b left join pg_stat_database d on d.datname = current_database()`;
/** What of the session's database could be tuned. A standby counts the use of its own queries. */
async function readTuning(session) {
    const tables = await session.query(tuning_tablesSql);
    const indexes = await session.query(indexesSql);
    const sequences = await session.query(sequencesSql);
    const [counted] = await session.query(countedSql);
    const since = counted?.since ?? null;
    return {
        tables: tables.map(known),
        indexes: indexes.map(known),
        sequences,
        ...(since === null ? {} : { countedSince: since }),
    };
}
/** Settings in base units: `pg_settings` counts some in pages, some in kilobytes. */
async function readSettings(session) {
    const bytes = (name) => `pg_size_bytes(current_setting('${name}'))::float8`;
    const [row] = await session.query(`
    select ${bytes('shared_buffers')} as "sharedBuffersBytes",
           ${bytes('effective_cache_size')} as "effectiveCacheSizeBytes",
           ${bytes('work_mem')} as "workMemBytes",
           ${bytes('maintenance_work_mem')} as "maintenanceWorkMemBytes",
           current_setting('max_connections')::int as "maxConnections",
           current_setting('autovacuum_vacuum_threshold')::float8 as "vacuumThreshold",
           current_setting('autovacuum_vacuum_scale_factor')::float8 as "vacuumScaleFactor",
           current_setting('autovacuum_analyze_threshold')::float8 as "analyzeThreshold",
           current_setting('autovacuum_analyze_scale_factor')::float8 as "analyzeScaleFactor",
           (select sum(blks_hit)::float8 / nullif(sum(blks_hit + blks_read), 0)::float8 from pg_stat_database) as "hitShare"`);
    if (row === undefined)
        throw new Error('a query of settings without a row');
    return known(row);
}

;// CONCATENATED MODULE: ./build/adapters/postgres/vacuum.js




const statisticsPatienceMs = 3_000;
/**
 * Vacuum one table; what came of it is read from the server's statistics. A table that one may not vacuum is skipped by the
 * server with a warning (01000 before version 16, 42501 later) and no error.
 */
async function vacuumTable({ worker, watcher }, request, clock, signal) {
    const name = await quotedName(worker, request);
    if (name === undefined)
        return { outcome: 'gone' };
    await worker.query(`select set_config('vacuum_cost_delay', '2ms', false), set_config('vacuum_cost_limit', '1000', false)`);
    const before = await readCounts(worker, request.oid);
    const worked = await watched({ worker, watcher }, request, clock, signal, statementFor(request, name));
    if (worked.failure !== undefined) {
        const ended = endedBy(worked, request, signal);
        if (ended !== 'locked')
            return ended;
        const { ahead } = worked.queue;
        return { outcome: 'locked', blockers: ahead.length > 0 ? ahead : await readBlockers(watcher, request) };
    }
    const warned = worked.said.some((notice) => notice.sqlState === '42501' || notice.sqlState === '01000');
    const after = await provenCounts(worker, request, before, clock, warned ? 0 : statisticsPatienceMs);
    if (after === undefined)
        return { outcome: warned ? 'not-permitted' : 'without-effect' };
    return {
        outcome: 'done',
        deadBefore: before.deadRows,
        deadAfter: after.deadRows,
        ...(request.vacuum ? readVerbose(worked.said) : {}),
    };
}
/** Run one statement under watch; its error is a value. */
async function watched({ worker, watcher }, request, clock, signal, statement) {
    const started = clock.monotonic();
    worker.notices();
    const { lockTimeoutMs } = request;
    const watch = watchOver({ pid: worker.pid, table: request, lockTimeoutMs }, watcher, clock, signal);
    const failure = await worker.query(statement).then(() => undefined, (error) => error);
    const queue = await watch.end();
    return { failure, said: worker.notices(), queue, tookMs: Math.round(clock.monotonic() - started) };
}
/** What an error of the statement means. */
function endedBy(worked, request, signal) {
    if (signal.aborted) {
        throw new port_error/* PortError */.U({ code: 'cancelled', subject: subjectOf(request), message: 'the vacuum was cancelled' });
    }
    switch (codeOf(worked.failure)) {
        case '55P03':
            return 'locked';
        case '42P01':
            return { outcome: 'gone' };
        case '57014':
            return worked.queue.behind.length > 0
                ? { outcome: 'yielded', waiting: worked.queue.behind }
                : { outcome: 'timed-out', afterMs: worked.tookMs };
        default:
            throw worked.failure;
    }
}
const subjectOf = (request) => `table ${request.schema}.${request.table}`;
/** The table's name, quoted by the server, if oid and name still belong together. */
async function quotedName(session, request) {
    const [row] = await session.query(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.oid = $1 and left(n.nspname::text, 300) = $2 and left(c.relname::text, 300) = $3`, [request.oid, request.schema, request.table]);
    return row?.name;
}
/**
 * TRUNCATE false: giving back empty pages at the end takes an ACCESS EXCLUSIVE lock, which cancels queries on standbys;
 * autovacuum does that when nobody is there.
 */
function statementFor(request, name) {
    if (!request.vacuum)
        return `analyze ${name}`;
    const options = ['verbose', 'truncate false', `analyze ${request.analyze}`, `freeze ${request.freeze}`];
    return `vacuum (${options.join(', ')}) ${name}`;
}
async function readCounts(session, oid) {
    const [row] = await session.query(`select pg_stat_get_vacuum_count($1)::float8 as vacuums, pg_stat_get_analyze_count($1)::float8 as analyses,
            pg_stat_get_dead_tuples($1)::float8 as "deadRows"`, [oid]);
    return row ?? { vacuums: 0, analyses: 0, deadRows: 0 };
}
/** The counters after the work; before version 15 they arrive late. Undefined when they never moved. */
async function provenCounts(session, request, before, clock, patienceMs) {
    const until = clock.monotonic() + patienceMs;
    for (;;) {
        const now = await readCounts(session, request.oid);
        if (request.vacuum ? now.vacuums > before.vacuums : now.analyses > before.analyses)
            return now;
        if (clock.monotonic() >= until)
            return undefined;
        await clock.sleep(200);
    }
}
/** What VACUUM VERBOSE says in English, from version 15 on; the last match is the server's (a table's name may hold a line). */
function readVerbose(said) {
    const report = said.find((notice) => notice.text.startsWith('finished vacuuming'));
    const lines = report?.text.matchAll(/^tuples: (\d+) removed, \d+ remain, (\d+) are dead but not yet removable/gm);
    const last = [...(lines ?? [])].at(-1);
    return last === undefined ? {} : { removed: Number(last[1]), notYetRemovable: Number(last[2]) };
}

;// CONCATENATED MODULE: ./build/adapters/postgres/index.js











/** The database port on PostgreSQL 12 and later. Sessions are kept until `close`. */
function createDatabase(options) {
    const sessions = new Sessions(options);
    const { clock } = options;
    return {
        servers: async () => (await sessions.targets()).map((target) => target.name),
        instance: (server) => sessions.use(server, (session) => readInstance(session, server)),
        databases: (server) => sessions.use(server, readDatabases),
        tables: (server, database) => sessions.use(server, readTables, database),
        horizon: (server) => sessions.use(server, readHorizon),
        blockers: (server, database, oid) => sessions.use(server, (session) => readBlockers(session, { database, oid })),
        vacuum: (server, request, signal) => sessions.use(server, (watcher) => withWorker(sessions, server, { table: request, bounds: request }, (worker) => vacuumTable({ worker, watcher }, request, clock, signal))),
        connections: (server) => sessions.use(server, readConnections),
        clients: (server) => sessions.use(server, readClients),
        replication: (server) => sessions.use(server, readReplication),
        disk: (server) => sessions.use(server, readDisk),
        testWrite: (server, database) => sessions.use(server, (session) => tryWrite(session, clock), database),
        systemIdentifier: (server) => sessions.use(server, health_readSystemIdentifier),
        tuning: (server, database) => sessions.use(server, readTuning, database),
        settings: (server) => sessions.use(server, readSettings),
        tableOptions: (server, table) => sessions.use(server, (session) => readTableOptions(session, table), table.database),
        setTableOptions: (server, change) => sessions.use(server, (watcher) => withWorker(sessions, server, { table: change, bounds: boundsOf(change) }, (worker) => setTableOptions({ worker, watcher }, change, clock))),
        endDeadRun: (server, run) => sessions.use(server, (session) => endSessionsOf(session, run, clock)),
        close: () => sessions.close(),
    };
}
/** A statement that only changes the catalogue takes so long at most once it has its lock, ms. */
const catalogueMs = 10_000;
const boundsOf = ({ lockTimeoutMs }) => ({
    lockTimeoutMs,
    statementTimeoutMs: lockTimeoutMs + catalogueMs,
});
/** A session of its own, with the work's bounds, closed afterwards. */
async function withWorker(sessions, server, { table: { database, schema, table }, bounds }, work) {
    const worker = await sessions.open(server, database, bounds);
    try {
        return await work(worker);
    }
    catch (error) {
        const subject = `table ${schema}.${table} in database ${database} on ${server}`;
        throw translate(error, { subject, user: sessions.options.user });
    }
    finally {
        await worker.close();
    }
}


/***/ }),

/***/ 15308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ tlsSettings),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   gt: () => (/* binding */ isTlsFailure)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);



/** What each of libpq's modes checks; undefined where TLS is not spoken. */
function tlsSettings(tls) {
    if (tls.mode === 'disable')
        return undefined;
    return {
        rejectUnauthorized: tls.mode !== 'require',
        // we connect to an address: the name to hold the certificate against is the configured one
        checkServerIdentity: (_host, certificate) => tls.mode === 'verify-full' ? (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.checkServerIdentity)(tls.serverName, certificate) : undefined,
        ...(tls.ca === undefined ? {} : { ca: tls.ca }),
        ...((0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(tls.serverName) === 0 ? { servername: tls.serverName } : {}),
    };
}
/** Resolve once and connect to that: a name whose answer changes cannot lead elsewhere. */
async function addressOf(host) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? (await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(host)).address : host;
}
/** Whether an error's code says that a certificate could not be verified. */
function isTlsFailure(code) {
    return /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL_)/.test(code);
}


/***/ })

};
