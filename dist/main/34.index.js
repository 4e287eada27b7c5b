export const id = 34;
export const ids = [34];
export const modules = {

/***/ 17303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ databaseSelectors),
/* harmony export */   c: () => (/* binding */ databasePermissions)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

/** Without an address the pods are looked for, and reached through a port-forward. */
const throughPods = (platform) => platform.database.address === undefined;
const authorityIn = (kind) => (platform) => {
    const { ca } = platform.database.tls;
    return ca?.kind === kind ? [ca.name] : [];
};
/** What reaching the database takes, for the declaration of a task that asks it. */
const databasePermissions = [
    { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, verbs: ['list'], scope: 'platform', when: throughPods, why: 'find the database servers' },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        when: throughPods,
        why: 'reach them; what is done there is what the database role may do',
    },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: (platform) => [...new Set([platform.database.password.secret, ...authorityIn('Secret')(platform)])],
        why: 'read the password of the database role',
    },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.configMaps,
        verbs: ['get'],
        scope: 'platform',
        names: authorityIn('ConfigMap'),
        when: (platform) => authorityIn('ConfigMap')(platform).length > 0,
        why: 'read the authority of the database certificate',
    },
];
/** Labels of the database's pods, for the declaration of a task's forwards. */
function databaseSelectors({ database }) {
    return database.address === undefined ? [database.workload.selector] : [];
}


/***/ }),

/***/ 44589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ observeServers)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** Ask every server what it is. One that does not answer is a fact about it; only a cancellation ends this. */
async function observeServers(database) {
    const servers = [];
    for (const server of await database.servers())
        servers.push(await ask(database, server));
    const instances = servers.flatMap((observed) => ('instance' in observed ? [observed.instance] : []));
    return {
        servers,
        primaries: instances.filter((instance) => instance.role === 'primary'),
        standbys: instances.filter((instance) => instance.role === 'standby'),
    };
}
async function ask(database, server) {
    try {
        return { server, instance: await database.instance(server) };
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U) || error.code === 'cancelled')
            throw error;
        return { server, cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
    }
}


/***/ }),

/***/ 90523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   E6: () => (/* binding */ blockerText),
/* harmony export */   IT: () => (/* binding */ isPasteable),
/* harmony export */   RB: () => (/* binding */ endPrepared),
/* harmony export */   aG: () => (/* binding */ sessionText),
/* harmony export */   ce: () => (/* binding */ quoteLiteral),
/* harmony export */   ky: () => (/* binding */ endSession)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);

/** Words that PostgreSQL reserves (appendix C): as a name they need quotes. */
const reserved = new Set(`all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
  current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having
  ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not
  notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar
  some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window
  with`.split(/\s+/));
/** A name as SQL takes it. */
function quoteIdentifier(name) {
    return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
/** A text as SQL takes it (with `standard_conforming_strings`, the default since 9.1). */
function quoteLiteral(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/** Whether a name can stand in a command that somebody pastes: no control characters, no backticks, nothing of a shell. */
function isPasteable(name) {
    return /^[\p{L}\p{N}_ .@:+-]+$/u.test(name);
}
/** `pid 4711, application reporting, user bi, idle in transaction for 7 h 12 min, last command SELECT (query id 42)` */
function sessionText(session) {
    const parts = [`pid ${session.pid}`];
    if (session.application !== '')
        parts.push(`application ${session.application}`);
    if (session.user !== '')
        parts.push(`user ${session.user}`);
    const span = session.transactionMs === undefined ? '' : `, transaction open for ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(session.transactionMs)}`;
    parts.push(`${session.state}${span}`);
    const query = session.queryId === undefined || session.queryId === '0' ? '' : ` (query id ${session.queryId})`;
    parts.push(`last command ${session.command}${query}`);
    return parts.join(', ');
}
/** `pid 4711, …, holds ACCESS SHARE`, or `…, waits for ACCESS EXCLUSIVE behind pid 4711`. */
function blockerText(blocker) {
    if (blocker.kind === 'prepared-transaction')
        return `prepared transaction ${blocker.id}, holds ${blocker.lock}`;
    const { granted, lock, waitsFor } = blocker;
    const behind = waitsFor.slice(0, 3).map((pid) => (pid === 0 ? 'a prepared transaction' : `pid ${pid}`));
    const waits = granted ? ', waits itself' : '';
    const queue = behind.length === 0 ? '' : `${waits} behind ${behind.join(' and ')}`;
    return `${sessionText(blocker)}, ${granted ? 'holds' : 'waits for'} ${lock}${queue}`;
}
/** How a session is ended, by whoever may decide that. */
function endSession(session) {
    return `\`select pg_terminate_backend(${session.pid})\` after asking its owner`;
}
/** How a prepared transaction is ended, by whoever may decide that. */
function endPrepared(id) {
    return isPasteable(id)
        ? `\`commit prepared ${quoteLiteral(id)}\` or \`rollback prepared ${quoteLiteral(id)}\` after asking its owner`
        : 'commit or roll back the prepared transaction of that id after asking its owner (`select * from pg_prepared_xacts`)';
}


/***/ }),

/***/ 20555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ defineTask)
/* harmony export */ });
/** Declare a task. Gives the compiler the inputs', ports' and observation's types; the value is the argument. */
function defineTask(task) {
    return task;
}


/***/ }),

/***/ 50034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ maintain_database)
});

// EXTERNAL MODULE: ./build/observation/database/permissions.js
var permissions = __webpack_require__(17303);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
;// CONCATENATED MODULE: ./build/tasks/maintain-database/inputs.js
/** What an adopter may change about maintain-database. */
const inputs = {
    'dead-share': {
        kind: 'share',
        description: 'A table is vacuumed when at least this share of its rows is dead, and at least `dead-rows` of them.',
        default: 0.1,
        min: 0,
        max: 1,
    },
    'dead-rows': {
        kind: 'integer',
        description: 'A table with fewer dead rows (for statistics: changed rows) than this is left alone.',
        default: 1000,
        min: 1,
        max: 1_000_000_000,
        unit: 'rows',
    },
    'changed-share': {
        kind: 'share',
        description: 'Statistics of a table are collected again when at least this share of its rows has changed since.',
        default: 0.1,
        min: 0,
        max: 1,
    },
    'statistics-age': {
        kind: 'duration',
        description: 'Statistics of a partitioned table, which nothing collects by itself, are collected again after this long.',
        default: '7d',
        min: '1h',
        max: '365d',
    },
    'freeze-share': {
        kind: 'share',
        description: 'A table is frozen when its oldest row has used up this share of `autovacuum_freeze_max_age`: in the window, before autovacuum does it at any hour.',
        default: 0.75,
        min: 0.0001,
        max: 1,
    },
    'wraparound-warn': {
        kind: 'share',
        description: 'A database that has used up this share of its transaction numbers is a warning: autovacuum, which freezes at 9 % (19 % for multixacts) unless told otherwise, does not keep up.',
        default: 0.25,
        min: 0.000001,
        max: 1,
    },
    'wraparound-fail': {
        kind: 'share',
        description: 'A database that has used up this share of its transaction numbers is a failure.',
        default: 0.5,
        min: 0.000001,
        max: 1,
    },
    'old-transaction': {
        kind: 'duration',
        description: 'A transaction (also a prepared one) that is open for longer is a warning, even if it holds nothing back yet.',
        default: '1h',
        min: '1m',
        max: '30d',
    },
    'lock-timeout': {
        kind: 'duration',
        description: 'How long to wait for the lock on a table before it is skipped.',
        default: '5s',
        min: '100ms',
        max: '60s',
    },
    'table-timeout': {
        kind: 'duration',
        description: 'How long the vacuum of one table may take.',
        default: '15m',
        min: '1s',
        max: '4h',
    },
    'time-box': {
        kind: 'duration',
        description: 'How long all of them may take by their sizes, at most what is left of the window; what does not fit is left for the next opening.',
        default: '45m',
        min: '1s',
        max: '10h',
    },
};

// EXTERNAL MODULE: ./build/observation/database/primary.js
var database_primary = __webpack_require__(44589);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/tasks/maintain-database/observe.js


/** Read the servers, all databases of the primary, all tables of each, and who holds the horizon. */
async function observe(context) {
    const { database } = context.ports;
    const servers = await (0,database_primary/* observeServers */.z)(database);
    const [only, ...others] = servers.primaries;
    if (only === undefined || others.length > 0) {
        return { basis: { systemIdentifier: null, primary: null }, measurements: { servers } };
    }
    const primary = await observePrimary(database, only);
    return {
        basis: { systemIdentifier: only.systemIdentifier ?? null, primary: only.server },
        measurements: { servers, primary },
    };
}
async function observePrimary(database, instance) {
    const { server } = instance;
    const databases = [];
    for (const entry of await database.databases(server))
        databases.push(await observeTables(database, server, entry));
    const horizon = await attempt(() => database.horizon(server));
    return 'trouble' in horizon
        ? { instance, databases, horizon: [], horizonTrouble: horizon.trouble }
        : { instance, databases, horizon: horizon.value };
}
async function observeTables(database, server, entry) {
    if (!entry.mayConnect)
        return { entry };
    const survey = await attempt(() => database.tables(server, entry.name));
    return 'trouble' in survey ? { entry, trouble: survey.trouble } : { entry, survey: survey.value };
}
/** A PortError as a value; a cancellation goes on. */
async function attempt(read) {
    try {
        return { value: await read() };
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
            throw error;
        const { subject, message, next } = error;
        return { trouble: { subject, cause: message, ...(next === undefined ? {} : { next }) } };
    }
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/observation/database/wording.js
var wording = __webpack_require__(90523);
;// CONCATENATED MODULE: ./build/tasks/maintain-database/findings.js

/** Servers that did not answer, and more than one that takes writes. */
function serverFindings({ servers, primary }) {
    const silent = servers.servers.flatMap((observed) => 'instance' in observed
        ? []
        : [
            {
                code: 'server-not-reached',
                // with the primary at hand nothing is missing here; whether its standbys are well is check-health's business
                severity: primary ? 'info' : 'unknown',
                subject: observed.server,
                title: 'the database server could not be asked',
                evidence: observed.cause,
                next: observed.next ?? `look at ${observed.server}`,
            },
        ]);
    if (servers.primaries.length < 2)
        return silent;
    return [
        ...silent,
        {
            code: 'several-primaries',
            severity: 'fail',
            subject: 'database',
            title: 'more than one server takes writes',
            evidence: `${servers.primaries.map((instance) => instance.server).join(', ')} are all primaries`,
            next: 'find out which one the applications write to, and fence the others, before anything else',
        },
    ];
}
/** Only standbys were reached. */
function standbyFindings({ servers }) {
    if (servers.primaries.length > 0)
        return [];
    return servers.standbys.map((standby) => ({
        code: 'no-primary',
        severity: 'warn',
        subject: standby.server,
        title: 'only a standby was reached, and a standby cannot be vacuumed',
        evidence: standby.primary
            ? `${standby.server} is a standby of ${standby.primary}`
            : `${standby.server} is a standby and receives from nobody now`,
        next: standby.primary
            ? `point \`platform.database\` in .github/maintenance.yml to the primary, ${standby.primary}`
            : 'bring the primary back, or promote a standby; then run this again',
    }));
}
/** Databases whose tables could not be looked at. */
function databaseFindings(databases, user) {
    return databases.flatMap(({ entry, trouble }) => {
        const subject = `database ${entry.name}`;
        const title = 'its tables could not be looked at';
        if (trouble !== undefined) {
            const next = trouble.next ?? `look at database ${entry.name}`;
            return [{ code: 'tables-not-seen', severity: 'unknown', subject, title, evidence: trouble.cause, next }];
        }
        if (entry.mayConnect || !entry.allowsConnections)
            return [];
        const next = (0,wording/* isPasteable */.IT)(entry.name)
            ? `\`grant connect on database ${(0,wording/* quoteIdentifier */.Cm)(entry.name)} to ${(0,wording/* quoteIdentifier */.Cm)(user)};\``
            : `grant role ${user} CONNECT on it`;
        const evidence = `role ${user} may not connect (wraparound was looked at)`;
        return [{ code: 'tables-not-seen', severity: 'unknown', subject, title, evidence, next }];
    });
}

;// CONCATENATED MODULE: ./build/tasks/maintain-database/findings-horizon.js


/** A transaction younger than this is ordinary work, and gone before the vacuum comes to the table. */
const ordinaryMs = 60_000;
/** A slot or standby that is in use holds a little all the time; this many transactions behind is more than that. */
const farBehind = 10_000_000;
/**
 * One finding for each holder that is old in itself, or that keeps dead rows now. `proved`: a vacuum has just shown that the
 * rows stay: then whoever is the oldest keeps them, however young; the others would, once that one is gone, and are named
 * unless they are ordinary work. Before the vacuum it is a forecast.
 */
function horizonFindings(holders, held, inputs, proved) {
    const findings = new Map();
    for (const holder of holders) {
        const keeps = held.filter((entry) => concerns(holder, entry.database));
        const oldest = proved && keeps.some((entry) => holders.find((other) => concerns(other, entry.database)) === holder);
        if (!isOld(holder, inputs) && !(keeps.length > 0 && (oldest || !isOrdinary(holder))))
            continue;
        const finding = findingOf(holder, keeps, inputs, proved);
        // holders come oldest first: of several sessions of one application the oldest is shown
        if (!findings.has(finding.subject))
            findings.set(finding.subject, finding);
    }
    return [...findings.values()];
}
/** Whether a holder can keep rows of that database's tables (since version 14 a transaction of another one cannot). */
function concerns(holder, database) {
    switch (holder.kind) {
        case 'transaction':
        case 'prepared-transaction':
            return holder.database === undefined || holder.database === database;
        case 'replication-slot':
            return holder.holds === 'everything';
        case 'standby-feedback':
            return true;
    }
}
function isOld(holder, inputs) {
    switch (holder.kind) {
        case 'transaction':
            return (holder.transactionMs ?? 0) >= inputs['old-transaction'];
        case 'prepared-transaction':
            return holder.preparedMs >= inputs['old-transaction'];
        case 'replication-slot':
            return !holder.active || holder.age >= farBehind;
        case 'standby-feedback':
            return holder.age >= farBehind;
    }
}
const isOrdinary = (holder) => (holder.kind === 'transaction' && (holder.transactionMs ?? 0) < ordinaryMs) ||
    (holder.kind === 'standby-feedback' && holder.age < 1000) ||
    (holder.kind === 'prepared-transaction' && holder.preparedMs < ordinaryMs);
function findingOf(holder, keeps, inputs, proved) {
    const { subject, what, evidence, next } = describe(holder, inputs);
    const rows = keeps.reduce((sum, entry) => sum + entry.rows, 0);
    const tables = keeps.reduce((sum, entry) => sum + entry.tables, 0);
    const kept = keeps.length === 0
        ? ''
        : `; ${proved ? 'keeps' : 'may keep'} ${(0,quantities/* counted */.hS)(rows, 'dead row')} in ${(0,quantities/* counted */.hS)(tables, 'table')}`;
    return {
        code: 'horizon-held',
        severity: 'warn',
        subject,
        title: keeps.length > 0 && proved ? `vacuum is held back by ${what}` : `${what} can hold vacuum back`,
        evidence: `${evidence}${kept}`,
        next,
    };
}
function describe(holder, inputs) {
    const behind = `${(0,quantities/* counted */.hS)(holder.age, 'transaction')} behind`;
    const bound = `warns from ${(0,quantities/* formatSpan */.QA)(inputs['old-transaction'])}`;
    switch (holder.kind) {
        case 'transaction': {
            const who = holder.application || holder.user || `pid ${holder.pid}`;
            return {
                subject: `transaction of ${who} in database ${holder.database ?? '(none)'}`,
                what: `a transaction open for ${(0,quantities/* formatSpan */.QA)(holder.transactionMs ?? 0)}`,
                evidence: `${(0,wording/* sessionText */.aG)(holder)}; ${behind} (${bound})`,
                next: (0,wording/* endSession */.ky)(holder),
            };
        }
        case 'prepared-transaction':
            return {
                subject: `prepared transaction ${holder.id}`,
                what: 'a prepared transaction that nobody has ended',
                evidence: `prepared ${(0,quantities/* formatSpan */.QA)(holder.preparedMs)} ago by ${holder.owner} in database ${holder.database}; ${behind} (${bound})`,
                next: (0,wording/* endPrepared */.RB)(holder.id),
            };
        case 'replication-slot':
            return slot(holder, behind);
        case 'standby-feedback':
            return {
                subject: `standby ${holder.application}`,
                what: 'queries on a standby (hot_standby_feedback)',
                evidence: `standby ${holder.application} at ${holder.address}; ${behind} (warns from ${(0,quantities/* formatCount */.B4)(farBehind)})`,
                next: 'on that standby: `select pid, application_name, xact_start from pg_stat_activity order by xact_start limit 5`',
            };
    }
}
function slot(holder, behind) {
    const drop = (0,wording/* isPasteable */.IT)(holder.name)
        ? `\`select pg_drop_replication_slot(${(0,wording/* quoteLiteral */.ce)(holder.name)})\` if nobody reads it any more`
        : 'drop the slot (`select * from pg_replication_slots`) if nobody reads it any more';
    const use = holder.active ? 'in use' : 'read by nobody';
    const scope = holder.holds === 'catalogues' ? 'keeps rows of system catalogues' : 'keeps rows of every table';
    return {
        subject: `replication slot ${holder.name}`,
        what: holder.active ? 'a replication slot that is far behind' : 'a replication slot that nobody reads',
        evidence: `${holder.type} slot, ${use}, ${behind}, ${scope} and ${(0,quantities/* formatBytes */.z3)(holder.retainedBytes)} of write-ahead log`,
        next: holder.active ? 'look at the consumer of the slot: it does not keep up' : drop,
    };
}
/** Who holds the horizon cannot be seen. */
function horizonUnseen(server, user, trouble, readsStatistics) {
    if (trouble === undefined && readsStatistics)
        return [];
    return [
        {
            code: 'horizon-not-seen',
            severity: 'unknown',
            subject: server,
            title: 'who keeps dead rows from being removed cannot be seen',
            evidence: trouble?.cause ?? `role ${user} is no member of pg_read_all_stats`,
            next: trouble?.next ??
                '`grant pg_read_all_stats to maintenance;` (deploy/postgres/maintenance-role.sql does all of it)',
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/maintain-database/findings-left.js

const shownTables = 3;
/** Tables in need that are left for another opening, each group with what it does not fit into. */
function leftFindings({ chosen, left }, inputs, window) {
    if (left.length === 0)
        return [];
    const groups = [...Map.groupBy(left, ({ tooSmall }) => tooSmall)].map(([tooSmall, group]) => `${namesOf(group)} ${why[tooSmall](inputs, window)}`);
    const byWindow = left.some(({ tooSmall }) => tooSmall === 'window');
    return [
        {
            code: 'tables-left',
            severity: byWindow ? 'warn' : 'info',
            subject: 'database',
            title: 'not every table in need could be planned',
            evidence: `${(0,quantities/* counted */.hS)(left.length, 'table')} left, ${chosen.length} planned: ${groups.join('; ')}`,
            next: byWindow
                ? 'the next opening goes on with them; give the window more time if they do not become fewer'
                : 'the next opening goes on with them; raise `time-box` if they do not become fewer',
        },
    ];
}
const why = {
    window: (_inputs, window) => `could not end ${windowText(window)}`,
    'time box': (inputs) => `beyond the time box of ${(0,quantities/* formatSpan */.QA)(inputs['time-box'])}, by their sizes`,
    journal: () => 'beyond what one plan may hold',
};
/** What is left for the sake of the window, in words; undefined when nothing is. */
function leftByWindow({ left }, window) {
    const group = left.filter(({ tooSmall }) => tooSmall === 'window');
    return group.length === 0 ? undefined : `${namesOf(group)} could not end ${windowText(window)}`;
}
function windowText({ now, closesAt = now }) {
    const until = new Date(closesAt).toISOString();
    return `before ${until} (${(0,quantities/* formatSpan */.QA)(Math.max(0, closesAt - now))} left)`;
}
function namesOf(group) {
    const names = group.map(({ need }) => `${need.table.schema}.${need.table.name} in database ${need.database}`);
    const more = names.length > shownTables ? ` and ${names.length - shownTables} more` : '';
    return `${names.slice(0, shownTables).join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./build/tasks/maintain-database/findings-rights.js


/** What our role may not do: whole databases first, then the tables in need. */
function rightsFindings(needs, primary, platformDatabase) {
    return [...withoutAnyRight(needs, primary, platformDatabase), ...notPermitted(needs, primary.instance)];
}
/** Databases of which our role may vacuum no table: the platform's own, and any other in which a table is in need. */
function withoutAnyRight(needs, { databases, instance }, platformDatabase) {
    return databases.flatMap(({ entry, survey }) => {
        const tables = survey?.tables ?? [];
        const [first] = tables;
        const matters = entry.name === platformDatabase || needs.some((need) => need.database === entry.name);
        if (first === undefined || !matters || tables.some((table) => table.mayMaintain))
            return [];
        return [
            {
                code: 'no-rights',
                severity: 'fail',
                subject: `database ${entry.name}`,
                title: 'our role may not vacuum any table of the database',
                evidence: `0 of ${(0,quantities/* counted */.hS)(tables.length, 'table')} may be vacuumed by role ${instance.user}; ${first.schema}.${first.name} belongs to ${first.owner}`,
                next: grantFor(first, instance),
            },
        ];
    });
}
/** Tables in need that our role may not vacuum: one finding for each owner in each database, with the grant. */
function notPermitted(needs, instance) {
    const groups = Map.groupBy(needs.filter((need) => !need.table.mayMaintain), (need) => JSON.stringify([need.database, need.table.owner]));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { database, table } = first;
        const names = group.slice(0, 5).map((need) => `${need.table.schema}.${need.table.name}`);
        const more = group.length > names.length ? ` and ${group.length - names.length} more` : '';
        return [
            {
                code: 'not-permitted',
                severity: 'warn',
                subject: `tables of role ${table.owner} in database ${database}`,
                title: 'tables in need may not be vacuumed by our role',
                evidence: `${(0,quantities/* counted */.hS)(group.length, 'table')} in need, owned by ${table.owner}: ${names.join(', ')}${more}`,
                next: grantFor(table, instance),
            },
        ];
    });
}
/** From version 17 on MAINTAIN is enough; before, only the owner's rights are. Never a superuser's. */
function grantFor({ owner, ownedBySuperuser }, instance) {
    const user = (0,wording/* quoteIdentifier */.Cm)(instance.user);
    if (instance.majorVersion >= 17)
        return `\`grant pg_maintain to ${user};\` (or MAINTAIN on these tables alone)`;
    if (ownedBySuperuser) {
        return `give the tables an owner that is no superuser (\`alter table … owner to …;\`), and make ${instance.user} a member of that role; never of ${owner}`;
    }
    return (0,wording/* isPasteable */.IT)(owner)
        ? `\`grant ${(0,wording/* quoteIdentifier */.Cm)(owner)} to ${user};\``
        : `make role ${instance.user} a member of the role that owns them`;
}

;// CONCATENATED MODULE: ./build/tasks/maintain-database/findings-wraparound.js


/** Transaction numbers are compared within half of 2^32 (PostgreSQL, routine vacuuming); writes stop a little before. */
const transactionNumbers = 2 ** 31;
/** Share of its transaction numbers (or multixacts, if that is more) that a database has used up. */
function usedShare(entry) {
    return Math.max(entry.transactionAge, entry.multixactAge) / transactionNumbers;
}
/** Every database, also those that nobody can log in to: one that reaches the end stops writes in all of them. */
function wraparoundFindings(databases, inputs) {
    const warn = inputs['wraparound-warn'];
    return databases.flatMap((database) => {
        const share = usedShare(database.entry);
        const severity = share >= inputs['wraparound-fail'] ? 'fail' : share >= warn ? 'warn' : undefined;
        if (severity === undefined)
            return [];
        return [
            {
                code: 'wraparound-near',
                severity,
                subject: `database ${database.entry.name}`,
                title: 'the database is running out of transaction numbers; at the end it takes no more writes',
                evidence: evidenceOf(database, share, inputs),
                next: nextOf(database),
            },
        ];
    });
}
function evidenceOf({ entry, survey }, share, inputs) {
    const multixacts = entry.multixactAge > entry.transactionAge;
    const age = (0,quantities/* formatCount */.B4)(multixacts ? entry.multixactAge : entry.transactionAge);
    const bounds = `warns from ${(0,quantities/* formatShare */.T1)(inputs['wraparound-warn'])}, fails from ${(0,quantities/* formatShare */.T1)(inputs['wraparound-fail'])}`;
    const oldest = survey?.oldest ? `; oldest rows in ${kindOf(survey.oldest.what)} ${survey.oldest.name}` : '';
    return `${(0,quantities/* formatShare */.T1)(share)} used: ${age} ${multixacts ? 'multixacts' : 'transactions'} since its oldest row (${bounds})${oldest}`;
}
const kindOf = (what) => what === 'temporary' ? 'the temporary table' : what === 'catalog' ? 'the system catalogue' : 'table';
function nextOf({ entry, survey }) {
    if (!entry.allowsConnections) {
        return 'nobody can log in to it, only autovacuum freezes it: look at whether autovacuum runs and at what it waits for';
    }
    if (survey?.oldest?.what === 'temporary') {
        return 'end the session that owns the temporary table; nobody else can vacuum it';
    }
    const command = (0,wording/* isPasteable */.IT)(entry.name)
        ? `\`vacuum (freeze, verbose)\` in database ${(0,wording/* quoteIdentifier */.Cm)(entry.name)}`
        : '`vacuum (freeze, verbose)` in it';
    return `end what holds the horizon first, then ${command} as its owner or a superuser`;
}

;// CONCATENATED MODULE: ./build/tasks/maintain-database/need.js
/** Share of a table's rows that is dead. */
function deadShareOf(table) {
    const all = table.liveRows + table.deadRows;
    return all === 0 ? 0 : table.deadRows / all;
}
/** Share of `autovacuum_freeze_max_age` that the table's oldest row has used up; of its sibling for multixacts, if that is more. */
function freezeShareOf(table, instance) {
    return Math.max(table.transactionAge / instance.freezeMaxAge, table.multixactAge / instance.multixactFreezeMaxAge);
}
/** Whether so many rows are dead that the table is vacuumed for them. */
function hasDeadRows(table, inputs) {
    return table.deadRows >= inputs['dead-rows'] && deadShareOf(table) >= inputs['dead-share'];
}
/** What a table needs; undefined when nothing. */
function needOf(database, table, instance, inputs, now) {
    const statistics = needsStatistics(table, inputs, now);
    if (table.kind !== 'partitioned') {
        const freeze = freezeShareOf(table, instance) >= inputs['freeze-share'];
        if (freeze || hasDeadRows(table, inputs)) {
            return { database, table, reason: freeze ? 'wraparound' : 'dead-rows', vacuum: true, analyze: true, freeze };
        }
    }
    return statistics
        ? { database, table, reason: 'statistics', vacuum: false, analyze: true, freeze: false }
        : undefined;
}
function needsStatistics(table, inputs, now) {
    const collected = Math.max(table.lastAnalyze ?? 0, table.lastAutoanalyze ?? 0);
    if (collected === 0)
        return table.liveRows >= inputs['dead-rows'];
    if (table.kind === 'partitioned') {
        return now - collected >= inputs['statistics-age'] && (table.partitionsAnalyzed ?? 0) > collected;
    }
    const share = table.changedRows / Math.max(1, table.liveRows);
    return table.changedRows >= inputs['dead-rows'] && share >= inputs['changed-share'];
}
const weight = { wraparound: 0, 'dead-rows': 1, statistics: 2 };
/** Every table that needs something, worst first, whether or not we may do it. */
function needsOf(primary, inputs, now) {
    const { instance } = primary;
    const needs = primary.databases.flatMap(({ entry, survey }) => (survey?.tables ?? []).flatMap((table) => needOf(entry.name, table, instance, inputs, now) ?? []));
    const amount = (need) => {
        if (need.reason === 'wraparound')
            return freezeShareOf(need.table, instance);
        return need.reason === 'dead-rows' ? need.table.deadRows : need.table.changedRows;
    };
    return needs.sort((a, b) => weight[a.reason] - weight[b.reason] || amount(b) - amount(a) || order(a, b));
}
const order = (a, b) => JSON.stringify([a.database, a.table.schema, a.table.name]) <
    JSON.stringify([b.database, b.table.schema, b.table.name])
    ? -1
    : 1;
/** With its share of I/O, PostgreSQL gets through about this much a second; a small table costs its session. */
const bytesPerMs = 20_000;
const leastMs = 500;
/** How long a table will take, by its size. */
function estimateMs(table) {
    return leastMs + Math.round(table.bytes / bytesPerMs);
}

// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
;// CONCATENATED MODULE: ./build/tasks/maintain-database/time-box.js

/** No plan has more steps than this: it must fit into the journal. */
const mostSteps = 200;
/** A step may take longer than its statement, ms: logging in, asking the statistics, and ending what does not end by itself. */
const slackMs = 30_000;
/** From the look at the window's end to the first step, ms: tables are read and the journal is opened. */
const beforeFirstMs = 30_000;
const leastTimeoutMs = 60_000;
/** Ten times what the size makes us expect, within the bounds. */
const usualTimeoutMs = (need, inputs) => Math.min(inputs['table-timeout'], Math.max(leastTimeoutMs, 10 * estimateMs(need.table)));
/** With less than this it would probably be cut off. */
const leastUsefulMs = (need) => Math.max(leastTimeoutMs, 2 * estimateMs(need.table));
/**
 * Those that fit, worst first, into the time box by their sizes and into what is left of the window by the time that their
 * statements may take; the worst one is taken even if it is larger than the time box. Where less is left of the window than a
 * statement usually may take, it may take less, as long as twice its expected time.
 */
function fitting(needs, inputs, leftMs = Number.POSITIVE_INFINITY) {
    const chosen = [];
    const left = [];
    let spent = 0;
    for (const need of needs) {
        const usual = usualTimeoutMs(need, inputs);
        const timeoutMs = Math.min(usual, leftMs - beforeFirstMs - spent - slackMs);
        const cost = Math.min(estimateMs(need.table), inputs['table-timeout']);
        const tooSmall = tooSmallFor(timeoutMs >= Math.min(usual, leastUsefulMs(need)), chosen.length === 0 || spent + cost <= inputs['time-box'], chosen.length < mostSteps);
        if (tooSmall !== undefined) {
            left.push({ need, tooSmall });
            continue;
        }
        chosen.push({ ...need, timeoutMs });
        spent += cost;
    }
    return { chosen, left };
}
function tooSmallFor(fitsWindow, fitsBox, fitsJournal) {
    if (!fitsWindow)
        return 'window';
    if (!fitsBox)
        return 'time box';
    return fitsJournal ? undefined : 'journal';
}

;// CONCATENATED MODULE: ./build/tasks/maintain-database/step.js




/** A table is copyable, and not the same one in two databases. */
function tableSubject(need) {
    return `table ${need.table.schema}.${need.table.name} in database ${need.database}`;
}
/** The step that gives a table what it needs. */
function stepFor(need, server, inputs) {
    const { database, table, vacuum, analyze, freeze, timeoutMs: statementTimeoutMs } = need;
    const last = vacuum ? table.lastVacuum : table.lastAnalyze;
    const subject = tableSubject(need);
    return {
        id: `vacuum-table ${database} ${table.schema}.${table.name}`,
        kind: 'vacuum-table',
        subject,
        from: {
            deadRows: table.deadRows,
            changedRows: table.changedRows,
            lastDone: last === undefined ? null : new Date(last).toISOString(),
        },
        to: vacuum ? { deadRows: 0, changedRows: 0 } : { changedRows: 0 },
        parameters: {
            server,
            database,
            schema: table.schema,
            table: table.name,
            oid: table.oid,
            vacuum,
            analyze,
            freeze,
            lockTimeoutMs: inputs['lock-timeout'],
            statementTimeoutMs,
        },
        why: whyOf(need, inputs),
        risk: 'reads and writes beside the applications, throttled; gives way to whoever waits for the table',
        undo: `cannot be undone: ${kinds/* stepKinds */.C['vacuum-table'].cannotBeUndone}`,
        deadlineMs: statementTimeoutMs + slackMs,
    };
}
function whyOf({ reason, table }, inputs) {
    switch (reason) {
        case 'wraparound':
            return `its oldest row is ${(0,quantities/* counted */.hS)(table.transactionAge, 'transaction')} old (${(0,quantities/* counted */.hS)(table.multixactAge, 'multixact')}); frozen from ${(0,quantities/* formatShare */.T1)(inputs['freeze-share'])} of autovacuum_freeze_max_age`;
        case 'dead-rows':
            return `${(0,quantities/* counted */.hS)(table.deadRows, 'dead row')}, ${(0,quantities/* formatShare */.T1)(deadShareOf(table))} (acts from ${(0,quantities/* formatShare */.T1)(inputs['dead-share'])} and ${(0,quantities/* formatCount */.B4)(inputs['dead-rows'])} rows)`;
        case 'statistics':
            return table.lastAnalyze === undefined && table.lastAutoanalyze === undefined
                ? `no statistics were ever collected of ${(0,quantities/* counted */.hS)(table.liveRows, 'row')}`
                : `${(0,quantities/* counted */.hS)(table.changedRows, 'row')} changed since its statistics were collected (acts from ${(0,quantities/* formatShare */.T1)(inputs['changed-share'])})`;
    }
}

;// CONCATENATED MODULE: ./build/tasks/maintain-database/plan.js









/** A vacuum for every table that needs one and that we may work on, worst first, as many as the time box and the window hold. */
function plan(observation, context) {
    const seen = observation.measurements;
    const { primary } = seen;
    if (primary === undefined)
        return withoutPrimary(seen);
    const needs = needsOf(primary, context.inputs, context.now);
    const { now, closesAt } = context;
    const fitted = fitting(needs.filter((need) => need.table.mayMaintain), context.inputs, closesAt === undefined ? undefined : closesAt - now);
    const { chosen } = fitted;
    const deferred = leftByWindow(fitted, context);
    return {
        steps: chosen.map((need) => stepFor(need, primary.instance.server, context.inputs)),
        refusals: [],
        notChecked: notChecked(primary),
        findings: [
            ...standingFindings(seen, primary, needs, context.inputs, context.platform.database.name),
            ...horizonFindings(primary.horizon, heldBefore(chosen), context.inputs, false),
            ...leftFindings(fitted, context.inputs, context),
        ],
        measurements: measurementsOf(primary),
        result: resultOf(primary, fitted, context.inputs),
        ...(deferred === undefined ? {} : { deferred }),
    };
}
/** What does not depend on whether anything is vacuumed. */
function standingFindings(seen, primary, needs, inputs, platformDatabase) {
    const { instance, databases } = primary;
    return [
        ...serverFindings(seen),
        ...wraparoundFindings(databases, inputs),
        ...databaseFindings(databases, instance.user),
        ...rightsFindings(needs, primary, platformDatabase),
        ...horizonUnseen(instance.server, instance.user, primary.horizonTrouble, instance.readsStatistics),
    ];
}
/** The dead rows that are to be removed, by database: what a holder of the horizon may keep. */
function heldBefore(needs) {
    const groups = Map.groupBy(needs.filter((need) => need.vacuum), (need) => need.database);
    return [...groups].map(([database, group]) => ({
        database,
        tables: group.length,
        rows: group.reduce((sum, need) => sum + need.table.deadRows, 0),
    }));
}
/** What a standby is, and where to go instead; nothing is vacuumed unless exactly one server takes writes. */
function withoutPrimary(seen) {
    const { servers } = seen;
    const refusals = servers.primaries.length > 1 ? [severalPrimaries(seen)] : standbyRefusals(seen);
    return {
        steps: [],
        refusals,
        notChecked: [{ subject: 'database', why: 'no single primary was reached' }],
        findings: [...serverFindings(seen), ...standbyFindings(seen)],
        measurements: [],
        result: servers.standbys.length > 0 ? 'no primary: a standby cannot be vacuumed' : 'no server could be asked',
    };
}
function standbyRefusals(seen) {
    return standbyFindings(seen).map(({ subject, evidence, next }) => ({
        subject,
        rule: 'a standby cannot be vacuumed: it repeats what its primary does',
        state: evidence,
        next,
    }));
}
const severalPrimaries = ({ servers }) => ({
    subject: 'database',
    rule: 'nothing is changed while more than one server takes writes',
    state: `${servers.primaries.map((instance) => instance.server).join(', ')} are all primaries`,
    next: 'fence all but one, then run this again',
});
function notChecked(primary) {
    return primary.databases.flatMap(({ entry, trouble }) => {
        if (trouble)
            return [{ subject: `tables of database ${entry.name}`, why: trouble.cause }];
        return entry.allowsConnections && !entry.mayConnect
            ? [{ subject: `tables of database ${entry.name}`, why: 'our role may not connect' }]
            : [];
    });
}
/** Numbers that are kept for trends. */
function measurementsOf(primary) {
    return primary.databases.flatMap(({ entry, survey }) => {
        const subject = `database ${entry.name}`;
        const measured = [
            {
                name: 'transaction-numbers-used',
                subject,
                value: usedShare(entry),
                unit: 'share',
                comparedWith: { what: 'autovacuum_freeze_max_age', value: primary.instance.freezeMaxAge / transactionNumbers },
            },
        ];
        if (entry.bytes !== undefined)
            measured.push({ name: 'database-size', subject, value: entry.bytes, unit: 'bytes' });
        if (survey) {
            const value = survey.tables.reduce((sum, table) => sum + table.deadRows, 0);
            measured.push({ name: 'dead-rows', subject, value, unit: 'count' });
        }
        return measured;
    });
}
/** How many tables could be looked at, in all databases. */
function tableCount(primary) {
    return primary.databases.reduce((sum, { survey }) => sum + (survey?.tables.length ?? 0), 0);
}
function resultOf(primary, { chosen, left }, inputs) {
    const all = (0,quantities/* counted */.hS)(tableCount(primary), 'table');
    if (left.length > 0 && chosen.length === 0)
        return `${(0,quantities/* counted */.hS)(left.length, 'table')} of ${all} left: no time in this window`;
    if (chosen.length === 0)
        return nothingToDo(primary, all, inputs);
    const dead = chosen.filter((need) => need.vacuum).reduce((sum, need) => sum + need.table.deadRows, 0);
    const rest = left.length > 0 ? `; ${left.length} more left for another time` : '';
    return `${chosen.length} of ${all} to be worked on, ${(0,quantities/* counted */.hS)(dead, 'dead row')}${rest}`;
}
function nothingToDo(primary, all, inputs) {
    const [worst] = primary.databases
        .flatMap(({ survey }) => survey?.tables ?? [])
        .filter((table) => table.deadRows > 0)
        .sort((a, b) => b.deadRows - a.deadRows);
    const most = worst
        ? `most: ${worst.schema}.${worst.name} with ${(0,quantities/* counted */.hS)(worst.deadRows, 'dead row')}, ${(0,quantities/* formatShare */.T1)(deadShareOf(worst))}`
        : 'no dead rows';
    const bounds = `acts from ${(0,quantities/* formatShare */.T1)(inputs['dead-share'])} and ${(0,quantities/* formatCount */.B4)(inputs['dead-rows'])} rows`;
    return `nothing to do in ${all} (${most}; ${bounds})`;
}

;// CONCATENATED MODULE: ./build/tasks/maintain-database/verify.js






/** Look at everything again: what was vacuumed by the statistics, which dead rows are still there, and who keeps them. */
async function verify(context, done, inputs) {
    const before = done.observation.measurements.primary;
    const { measurements: seen } = await observe(context);
    const { primary } = seen;
    if (before === undefined || primary === undefined) {
        throw new port_error/* PortError */.U({
            code: 'unreachable',
            subject: 'database',
            message: `the primary could not be asked again after the steps${causeIn(seen.servers)}`,
            next: 'look at the database, and run the task again',
        });
    }
    const worked = done.applied.flatMap((applied) => workedOn(applied, before, primary));
    const proved = worked.filter(isProved);
    const held = heldAfter(proved, inputs);
    const findings = [
        // what we may not touch has not changed by what we did: judged by all that was in need before
        ...standingFindings(seen, primary, needsOf(before, inputs, context.now), inputs, context.platform.database.name),
        ...horizonFindings(primary.horizon, held, inputs, true),
        ...done.draft.findings.filter((finding) => finding.code === 'tables-left'),
    ];
    return {
        findings: [...findings, ...unexplained(held, findings), ...unseenBefore(done.draft.findings, findings)],
        measurements: measurementsOf(primary),
        result: verify_resultOf(worked, proved, tableCount(before)),
        notChecked: done.draft.notChecked,
    };
}
/** `: ` and why the first silent server did not answer. */
function causeIn({ servers }) {
    const [cause] = servers.flatMap((observed) => ('cause' in observed ? [observed.cause] : []));
    return cause === undefined ? '' : `: ${cause}`;
}
/** Tables that could be seen only afterwards: no step was planned for them. */
function unseenBefore(planned, now) {
    const code = 'tables-not-seen';
    return planned.filter((finding) => finding.code === code && !now.some((each) => each.code === code && each.subject === finding.subject));
}
function workedOn(applied, before, now) {
    if (applied.step.kind !== 'vacuum-table')
        return [];
    const { database, oid, vacuum } = applied.step.parameters;
    const find = (primary) => primary.databases.find(({ entry }) => entry.name === database)?.survey?.tables.find((table) => table.oid === oid);
    const table = find(before);
    return table === undefined ? [] : [{ applied, database, vacuum, before: table, after: find(now) }];
}
/** Done, by the server's own statistics and not by an answer. */
function isProved({ vacuum, before, after }) {
    if (after === undefined)
        return false;
    return vacuum
        ? (after.lastVacuum ?? 0) > (before.lastVacuum ?? 0)
        : (after.lastAnalyze ?? 0) > (before.lastAnalyze ?? 0);
}
/** Dead rows that a vacuum has left, where they are still so many that it would be due again. */
function heldAfter(proved, inputs) {
    const kept = proved.filter(({ vacuum, after }) => vacuum && after !== undefined && hasDeadRows(after, inputs));
    return [...Map.groupBy(kept, (entry) => entry.database)].map(([database, group]) => ({
        database,
        tables: group.length,
        rows: group.reduce((sum, { after }) => sum + (after?.deadRows ?? 0), 0),
    }));
}
/** Dead rows stay and no holder is to be seen: that is said, too. */
function unexplained(held, findings) {
    if (findings.some((finding) => finding.code === 'horizon-held' && finding.title.startsWith('vacuum is held back')))
        return [];
    return held.map(({ database, tables, rows }) => ({
        code: 'dead-rows-stay',
        severity: 'warn',
        subject: `database ${database}`,
        title: 'dead rows are still there after the vacuum, and nobody is to be seen who keeps them',
        evidence: `${(0,quantities/* counted */.hS)(rows, 'dead row')} in ${(0,quantities/* counted */.hS)(tables, 'table')}`,
        next: 'run the task again: whoever kept them may have ended since',
    }));
}
function verify_resultOf(worked, proved, all) {
    const removed = proved.reduce((sum, entry) => sum + removedFrom(entry), 0);
    const parts = [`${proved.length} of ${(0,quantities/* counted */.hS)(all, 'table')}`];
    const vacuumed = proved.filter(({ vacuum }) => vacuum).length;
    if (vacuumed > 0)
        parts.push(`${(0,quantities/* counted */.hS)(removed, 'dead row')} removed`);
    if (proved.length > vacuumed)
        parts.push(`statistics of ${(0,quantities/* counted */.hS)(proved.length - vacuumed, 'table')} collected`);
    const skipped = worked.filter((entry) => !proved.includes(entry));
    const locked = skipped.filter(({ applied }) => applied.effect?.findings.some(({ code }) => code === 'table-locked'));
    if (locked.length > 0)
        parts.push(`${(0,quantities/* counted */.hS)(locked.length, 'table')} skipped (locked)`);
    const others = skipped.length - locked.length;
    if (others > 0)
        parts.push(`${(0,quantities/* counted */.hS)(others, 'table')} not done`);
    const [first, ...rest] = parts;
    return rest.length === 0 ? `${first}` : `${first}; ${rest.join(', ')}`;
}
const removedFrom = ({ vacuum, before, after }) => vacuum ? Math.max(0, before.deadRows - (after?.deadRows ?? before.deadRows)) : 0;

;// CONCATENATED MODULE: ./build/tasks/maintain-database/index.js






/** maintain-database: every table of every database that needs it, worst first, proved by the server's statistics. */
/* harmony default export */ const maintain_database = ((0,contract/* defineTask */.R)({
    id: 'maintain-database',
    title: 'Maintain the database',
    description: 'Vacuums and analyzes the tables that need it, worst first, in every database of the primary; names who blocks a table and who keeps dead rows from being removed, and watches transaction numbers. Never waits long for a lock, and never needs a superuser.',
    guide: ['database maintenance'],
    windows: ['daily'],
    type: 'preventive',
    priority: 'high',
    estimateMs: 600_000,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: false,
    ports: ['database'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: permissions/* databasePermissions */.c,
        change: [],
    },
    commands: [],
    forwards: [
        {
            purpose: 'talk to the database',
            selectors: permissions/* databaseSelectors */.U,
        },
    ],
    steps: ['vacuum-table'],
    verdicts: {
        pass: 'every table that needed it is vacuumed, or none did',
        warn: 'dead rows are kept by somebody, a table was locked or could not be finished, some tables belong to others, or a server is a standby',
        fail: 'transaction numbers run out, a vacuum had no effect, our role may vacuum no table at all, or two servers take writes',
        unknown: 'the database, or one of its databases, could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
