export const id = 4434;
export const ids = [4434];
export const modules = {

/***/ 14434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endJob: () => (/* binding */ endJob)
});

// EXTERNAL MODULE: ./build/pipeline/publish/finish.js + 1 modules
var finish = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/pipeline/conduct/close-journal.js + 1 modules
var close_journal = __webpack_require__(50453);
// EXTERNAL MODULE: ./build/pipeline/lease-keeper.js
var lease_keeper = __webpack_require__(3468);
// EXTERNAL MODULE: ./build/pipeline/recover/recover.js
var recover = __webpack_require__(66344);
;// CONCATENATED MODULE: ./build/pipeline/recover/undo-own.js



/** What the end of a job puts back may take so long, ms; GitHub gives it less than five minutes after a cancellation. */
const budgetMs = 180_000;
/**
 * Put back what this very job left half-way (it was cancelled, or one of its processes was killed), as far as three
 * minutes reach; the rest waits, journalled, for recovery. Truth comes from the journal, not from what the job remembers.
 */
async function undoOwn(own) {
    const { maintenance, run, holder, closing } = own;
    const open = await maintenance.journal.read();
    if (open === undefined || open.run !== run)
        return undefined;
    const { clock } = closing;
    const keeper = new lease_keeper/* LeaseKeeper */.Z(maintenance.lease, holder, clock);
    const started = clock.monotonic();
    const closed = await (0,close_journal/* closeOpenJournal */.g)({
        ...closing,
        journal: maintenance.journal,
        run,
        undo: { holdsLease: () => keeper.holds(), until: clock.now() + budgetMs },
    });
    if (closed.kind === 'none')
        return undefined;
    return (0,recover/* outcomeOf */.s)(closed, own.describe(closed.open.task), Math.round(clock.monotonic() - started));
}
/** The outcomes of a job with what its end put back: that is the task's last word about how the platform was left. */
function withUndone(outcomes, late) {
    if (late === undefined)
        return outcomes;
    const index = outcomes.findLastIndex(({ entry }) => entry.id === late.entry.id);
    const told = outcomes[index];
    if (told === undefined)
        return [...outcomes, late];
    const { status, verdict, undone, cause } = late.entry;
    const merged = {
        entry: { ...told.entry, status, verdict, undone, cause: told.entry.cause ?? cause },
        findings: [...told.findings, ...late.findings],
    };
    return outcomes.map((outcome, place) => (place === index ? merged : outcome));
}

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 1 modules
var catalogue = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 1 modules
var publish = __webpack_require__(87549);
// EXTERNAL MODULE: ./build/runtime/settling.js
var settling = __webpack_require__(15083);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
;// CONCATENATED MODULE: ./build/runtime/end-job.js









/**
 * The post of whatever began a job (the conductor, or the application of a plan), after every other: what is half-way put
 * back, report, state, artifact, and the Lease given back. Answers the exit status.
 */
async function endJob(self) {
    const job = self.handover.job();
    if (job === undefined)
        return 0;
    const { configuration, describe } = await (0,catalogue/* openCatalogue */.G)(self);
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration);
    try {
        const late = await putBack(self, configuration, platform, job, describe);
        const finished = await (0,finish/* finish */.O)({
            ...(job.about ?? { kind: 'window', id: job.window?.name ?? 'window' }),
            job,
            outcomes: withUndone(self.handover.outcomes(), late),
            describe,
            state: platform.maintenance.state,
            clock: clock/* systemClock */.m,
            runWord: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
        });
        for (const trouble of finished.notRemembered)
            self.stdout.annotate('warning', 'not remembered', trouble);
        await (0,publish/* publishReport */.S3)(self, finished.report, !(0,finish/* isIdle */.x)(job), job.ofRun);
        for (const trouble of await finished.told())
            self.stdout.annotate('warning', 'not remembered', trouble);
    }
    finally {
        if (job.leaseHolder !== undefined)
            await platform.maintenance.lease
                .release(job.leaseHolder)
                .catch(() => self.stdout.print('The Lease could not be given back; it expires by itself.'));
    }
    return 0;
}
/** What this job left half-way is put back before the report is written, so that the report is true after it as well. */
async function putBack(self, configuration, platform, { leaseHolder }, describe) {
    if (leaseHolder === undefined)
        return undefined;
    const run = (0,process/* runWord */.k)(self.environment.run, self.environment.job);
    const { maintenance } = platform;
    try {
        const closing = await (0,settling/* settlingWith */.r)(self, configuration, platform);
        return await undoOwn({ maintenance, run, holder: leaseHolder, closing, describe });
    }
    catch (error) {
        const why = error instanceof port_error/* PortError */.U ? error.message : 'a defect in this program';
        self.stdout.annotate('warning', 'not looked at', `Whether this job left something half-way is not known: ${why}`);
        return undefined;
    }
}


/***/ })

};
