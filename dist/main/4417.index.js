export const id = 4417;
export const ids = [4417];
export const modules = {

/***/ 75465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ units)
/* harmony export */ });
/** Units of measurements; sizes are bytes, durations milliseconds, shares 0 to 1. */
const units = [
    'bytes',
    'bytes-per-second',
    'bytes-per-day',
    'ms',
    'share',
    'count',
    'cores',
    'per-second',
    'days',
];


/***/ }),

/***/ 5120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export visible */
/**
 * Characters that do not show, or show as something else: controls (C0, C1), format characters (zero-width, bidirectional,
 * tags), separators of lines, what Unicode lets a font leave out, and half a surrogate pair.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Show what does not show: a line break becomes `\n`, other controls `\u….`. */
function visible(text) {
    return text.replace(invisible, (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\t')
            return '\\t';
        if (character === '\r')
            return '\\r';
        const digits = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
        return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`;
    });
}
/**
 * Foreign text as plain words in GitHub's Markdown: no markup, HTML, mention, reference, math or automatic link. Mentions,
 * references and links are found in the rendered text, where an escaped character counts like a bare one: an empty comment
 * keeps the two halves apart there.
 */
function plain(text, longest = 1000) {
    return shortened(visible(text), longest).replace(/([&<>|])|([\\`*_[\]~])|(\$)|[@#](?=\w)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (found, asEntity, asEscape, dollar) => {
        if (asEntity !== undefined)
            return entity(asEntity);
        if (asEscape !== undefined)
            return `\\${asEscape}`;
        return dollar === undefined ? `${found}<!-- -->` : '<span>$</span>';
    });
}
const entity = (character) => `&#${character.charCodeAt(0)};`;
/**
 * Foreign text as code, copyable as it is. With a backtick or a `|` in it a code span could be torn open (by a table, which
 * is cut into cells first): then it is HTML, every character with a meaning a character reference.
 */
function code(text, longest = 500) {
    const shown = shortened(visible(text), longest);
    if (shown === '')
        return '–';
    // unlike a code span, HTML does not keep GitHub from making a link of `www.`
    if (/[|`]/.test(shown))
        return `<code>${shown.replace(/[&<>|`*_[\]\\~$@#!:]|\.(?<=\bwww\.)/gi, entity)}</code>`;
    return `\`${shown}\``;
}
/** Text of ours in which commands stand in backticks: those become code spans, the rest plain words. */
function prose(text) {
    const parts = text.split('`');
    if (parts.length % 2 === 0)
        return plain(text);
    return parts.map((part, index) => (part === '' ? '' : index % 2 === 1 ? code(part) : plain(part))).join('');
}
/** A table; cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
function shortened(text, longest) {
    return text.length > longest ? `${text.slice(0, longest)} … (${text.length} characters)` : text;
}


/***/ }),

/***/ 94725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ withUnit)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);

/** A value with its unit, as people read it. */
function withUnit(value, unit) {
    switch (unit) {
        case 'bytes':
            return (0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value);
        case 'bytes-per-second':
            return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value)} a second`;
        case 'bytes-per-day':
            return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value)} a day`;
        case 'ms':
            return (0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(value);
        case 'share':
            return (0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShare */ .T1)(value);
        case 'per-second':
            return `${round(value)} a second`;
        case 'days':
            return `${round(value)} days`;
        case 'cores':
            return `${round(value)} cores`;
        case 'count':
            return round(value);
    }
}
const round = (value) => value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });


/***/ }),

/***/ 94925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   approveAction: () => (/* binding */ approveAction)
/* harmony export */ });
/* harmony import */ var _domain_calendar_instants_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95460);
/* harmony import */ var _pipeline_approve_issue_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91226);
/* harmony import */ var _render_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5120);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35126);
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23730);
/* harmony import */ var _wiring_platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64970);
/* harmony import */ var _actions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7611);
/* harmony import */ var _admit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3921);








/**
 * Look at a comment that may approve a plan, answer it, and start the job of its gate when the plan may be applied now.
 * Applies nothing: the gate's own job fetches and judges everything again. Answers the exit status: 1 for a refused
 * approval, 0 for a comment that was none.
 */
async function approveAction(self) {
    const { configuration } = await (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .openCatalogue */ .G)(self);
    if (configuration.approval.gate !== 'issue') {
        self.stdout.print('Approvals are given in environments here (approval.gate); comments approve nothing.');
        return 0;
    }
    const given = (0,_task_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .Ko)('approve', _actions_js__WEBPACK_IMPORTED_MODULE_4__/* .approve */ .SR.inputs, self.environment);
    if (given.comment === 0)
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('approve: input comment is empty: give it the number of the comment');
    const platform = await (0,_wiring_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .openPlatform */ .W)(self, configuration);
    const asking = await (0,_admit_js__WEBPACK_IMPORTED_MODULE_5__/* .askingOf */ .zU)(self, configuration, platform);
    const checked = await (0,_pipeline_approve_issue_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .checkComment */ .sD)({ ...asking, comment: given.comment });
    const answer = answerTo(checked);
    self.stdout.print(answer);
    if (checked.issue !== undefined && checked.issue > 0)
        await asking.forge.reply(checked.issue, answer);
    if (checked.kind === 'ready')
        self.environment.output(checked.document.type, checked.digest);
    if (checked.kind !== 'refused' || (checked.isTalk && self.environment.run.event === 'issue_comment'))
        return 0;
    // whoever meant to approve takes a green run for an accepted approval
    const { rule, state, next } = checked.refusal;
    self.stdout.annotate('error', 'refused', `${rule}; ${state}. ${next}`);
    return 1;
}
function answerTo(checked) {
    if (checked.kind === 'ready')
        return 'Accepted. The plan is applied now, in the job that this comment has started.';
    if (checked.kind === 'refused')
        return refusalText(checked.refusal);
    const opensAt = checked.document.window?.opensAt;
    const when = opensAt === undefined ? 'when its time has come' : `when the window opens at ${(0,_domain_calendar_instants_js__WEBPACK_IMPORTED_MODULE_6__/* .isoOf */ .dF)(Date.parse(opensAt))}`;
    return `Accepted. The plan is applied ${when}; nobody has to be awake for it.`;
}
const refusalText = ({ rule, state, next }) => `Refused: ${(0,_render_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(rule)}.\n\n${(0,_render_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(state)}.\n\nNext: ${(0,_render_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plain */ .pj)(next)}.`;


/***/ })

};
