import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 96137:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns/promises");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 71553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 83480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 55563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ PortError)
/* harmony export */ });
/**
 * The one error that crosses a port. Adapters translate every foreign error into it from a list of allowed fields: raw
 * messages of clients may hold passwords (a Redis client's error carries the AUTH command) and never pass.
 */
class PortError extends Error {
    code;
    subject;
    next;
    constructor(parts) {
        super(parts.message);
        this.name = 'PortError';
        this.code = parts.code;
        this.subject = parts.subject;
        if (parts.next !== undefined)
            this.next = parts.next;
    }
}


/***/ }),

/***/ 14821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(55563);

/** The machine's clock. The only place where the product reads it. */
const systemClock = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        const cancelled = () => {
            clearTimeout(timer);
            reject(new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U({ code: 'cancelled', subject: 'run', message: 'the wait was cut short' }));
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', cancelled);
            resolve();
        }, ms);
        if (signal?.aborted)
            cancelled();
        else
            signal?.addEventListener('abort', cancelled, { once: true });
    }),
};


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __nccwpck_require__(55563);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
;// CONCATENATED MODULE: ./build/runtime/action-environment.js




/** Read the environment of this process. */
function readActionEnvironment(env = process.env) {
    const value = (name) => env[name]?.trim() ?? '';
    const append = (variable, text) => {
        const file = value(variable);
        if (file !== '')
            (0,external_node_fs_.appendFileSync)(file, text);
    };
    return {
        input: (name) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim(),
        workspace: value('GITHUB_WORKSPACE') || process.cwd(),
        jobFolder: (0,external_node_path_.join)(value('RUNNER_TEMP') || (0,external_node_os_.tmpdir)(), 'rooivalk-maintenance'),
        run: runOf(value),
        job: value('GITHUB_JOB') || 'local',
        onRunner: value('GITHUB_ACTIONS') === 'true',
        ...publicity(value('GITHUB_EVENT_PATH')),
        output: (name, text) => append('GITHUB_OUTPUT', fileCommand(name, text)),
        summary: (markdown) => append('GITHUB_STEP_SUMMARY', markdown),
        ...(value('KUBECONFIG') === '' ? {} : { kubeconfig: value('KUBECONFIG') }),
        proxies: proxiesOf(env),
        variables: { ...env },
    };
}
/** By the event's payload, which tells of the repository in most events; its file is the runner's. */
function publicity(file) {
    try {
        const { repository } = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        return typeof repository?.private === 'boolean' ? { repositoryIsPublic: !repository.private } : {};
    }
    catch {
        return {};
    }
}
function runOf(value) {
    const url = value('GITHUB_RUN_ID') === ''
        ? 'local'
        : `${value('GITHUB_SERVER_URL') || 'https://github.com'}/${value('GITHUB_REPOSITORY')}/actions/runs/${value('GITHUB_RUN_ID')}`;
    const number = Number(value('GITHUB_RUN_NUMBER'));
    return {
        url,
        ...(Number.isInteger(number) && number > 0 ? { number } : {}),
        attempt: Number(value('GITHUB_RUN_ATTEMPT')) || 1,
        event: value('GITHUB_EVENT_NAME') || 'local',
        actor: value('GITHUB_ACTOR') || value('USER') || 'unknown',
        requestedBy: value('GITHUB_TRIGGERING_ACTOR') || value('GITHUB_ACTOR') || value('USER') || 'unknown',
    };
}
/** A runner's file command: a delimiter that the text cannot hold keeps the text from adding commands of its own. */
function fileCommand(name, text) {
    const delimiter = `rooivalk_${(0,external_node_crypto_.randomUUID)()}`;
    return `${name}<<${delimiter}\n${text}\n${delimiter}\n`;
}
function proxiesOf(env) {
    const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
    return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __nccwpck_require__(14821);
;// CONCATENATED MODULE: ./build/runtime/handover.js


/**
 * How the actions of one job tell each other what they need to know: files in the runner's temporary folder, written
 * whole or not at all, without secrets. Across jobs the claim in the cluster does it.
 */
class Handover {
    #folder;
    #redactor;
    constructor(folder, redactor) {
        this.#folder = folder;
        this.#redactor = redactor;
    }
    /** What the conductor decided, or undefined when no conductor ran in this job. */
    job() {
        const file = (0,external_node_path_.join)(this.#folder, 'job.json');
        return (0,external_node_fs_.existsSync)(file) ? JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8')) : undefined;
    }
    writeJob(job) {
        this.#write('job.json', job);
    }
    /** Whether this job shows verdicts and counts only; undefined until it was decided. */
    withheld() {
        const file = (0,external_node_path_.join)(this.#folder, 'withheld.json');
        return (0,external_node_fs_.existsSync)(file) ? JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8')) : undefined;
    }
    writeWithheld(withheld) {
        this.#write('withheld.json', withheld);
    }
    /** What the tasks left so far, in the order in which they ended. */
    outcomes() {
        const folder = (0,external_node_path_.join)(this.#folder, 'outcomes');
        if (!(0,external_node_fs_.existsSync)(folder))
            return [];
        const files = (0,external_node_fs_.readdirSync)(folder).filter((name) => name.endsWith('.json'));
        return files.sort().map((name) => JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'utf8')));
    }
    writeOutcome(outcome) {
        const number = String(this.outcomes().length + 1).padStart(3, '0');
        this.#write((0,external_node_path_.join)('outcomes', `${number}-${outcome.entry.phase}-${outcome.entry.id}.json`), outcome);
    }
    #write(name, value) {
        const file = (0,external_node_path_.join)(this.#folder, name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(file, '..'), { recursive: true, mode: 0o700 });
        const temporary = `${file}.part`;
        const descriptor = (0,external_node_fs_.openSync)(temporary, 'w', 0o600);
        (0,external_node_fs_.writeSync)(descriptor, JSON.stringify(this.#redactor.cleanJson(value)));
        (0,external_node_fs_.fsyncSync)(descriptor);
        (0,external_node_fs_.closeSync)(descriptor);
        (0,external_node_fs_.renameSync)(temporary, file);
    }
}

;// CONCATENATED MODULE: ./build/runtime/redactor.js
/** Shorter secrets would tear ordinary text apart; they are refused where they are read instead. */
const shortest = 4;
const mark = '***';
/**
 * Removes secrets from every text that leaves the process: raw, each line of several, base64 (with and without padding),
 * URL-encoded and JSON-escaped. One instance for the whole process; every medium goes through it.
 */
class Redactor {
    #forms = new Set();
    #pattern;
    /** Remember a secret. Answers the forms that GitHub's log should mask as well. */
    add(secret) {
        if (secret.trim().length < shortest)
            return [];
        const forms = formsOf(secret).filter((form) => form.length >= shortest && !this.#forms.has(form));
        for (const form of forms)
            this.#forms.add(form);
        if (forms.length > 0)
            this.#pattern = patternOf(this.#forms);
        return forms;
    }
    /** The text without any secret. */
    clean(text) {
        return this.#pattern === undefined ? text : text.replace(this.#pattern, mark);
    }
    /** A JSON value with every string in it cleaned, keys included. */
    cleanJson(value) {
        return this.#pattern === undefined ? value : this.#walk(value);
    }
    #walk(value) {
        if (typeof value === 'string')
            return this.clean(value);
        if (Array.isArray(value))
            return value.map((item) => this.#walk(item));
        if (value === null || typeof value !== 'object')
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.clean(key), this.#walk(item)]));
    }
}
function formsOf(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const parts = [secret, secret.trim(), ...(lines.length > 1 ? lines.filter((line) => line.length >= 12) : [])];
    return [...new Set(parts.flatMap(encodingsOf))];
}
function encodingsOf(text) {
    const base64 = Buffer.from(text, 'utf8').toString('base64');
    return [
        text,
        base64,
        base64.replace(/=+$/, ''),
        Buffer.from(text, 'utf8').toString('base64url'),
        encodeURIComponent(text),
        JSON.stringify(text).slice(1, -1),
    ];
}
/** Longest first, so that a secret inside another does not leave half of it. */
function patternOf(forms) {
    const sorted = [...forms].sort((a, b) => b.length - a.length);
    return new RegExp(sorted.map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'g');
}

;// CONCATENATED MODULE: ./build/runtime/stdout.js

const longestLine = 4096;
/** A library's mask must be at least this long. */
const shortestMask = 12;
const lineBreaks = /\r\n|[\n\r\u0085\u2028\u2029]/;
/**
 * Make foreign text harmless for a runner's log: one line stays one line, a workflow command is not recognised, and
 * control characters are shown as escapes. The runner reads `::name::` at the start of a line after blanks of any kind,
 * and the older `##[name]` anywhere in it.
 */
function harmlessLines(text) {
    return text.split(lineBreaks).map((line) => harmlessLine(cut(line)));
}
const harmlessLine = (line) => line
    .replace(/^(\s*):(?=:)/u, '$1:\u200b')
    .replaceAll('##[', '#\u200b#[')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, escapeOf);
const cut = (line) => line.length > longestLine ? `${line.slice(0, longestLine)} … (${line.length} characters)` : line;
const escapeOf = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
/**
 * The one writer of stdout. Lines are made harmless and redacted; workflow commands are only those issued here, with
 * their data escaped as the runner's own toolkit does (`%`, CR, LF, and in properties `:` and `,`).
 */
class Stdout {
    #redactor;
    #write;
    #withheld = false;
    constructor(redactor, write = (text) => writeAll(text)) {
        this.#redactor = redactor;
        this.#write = write;
    }
    /** Everybody can read this log: from now on nothing is printed but titles of groups and annotations. */
    withhold() {
        this.#withheld = true;
    }
    get withheld() {
        return this.#withheld;
    }
    /** Print text, whoever wrote it. */
    print(text) {
        if (this.#withheld)
            return;
        for (const line of harmlessLines(this.#redactor.clean(text)))
            this.#write(`${line}\n`);
    }
    /** Fold what is printed until {@link endGroup}. */
    group(title) {
        this.#command('group', {}, this.#harmless(title));
    }
    endGroup() {
        this.#command('endgroup', {}, '');
    }
    /** Put an annotation on the run: title and message are redacted, and stay one annotation whatever they hold. */
    annotate(level, title, message) {
        const shown = this.#withheld ? 'Not shown, because this repository is public' : message;
        this.#command(level, { title: this.#harmless(title) }, this.#harmless(shown));
    }
    /** Foreign text for the data of a command: cut as a whole, and each of its lines harmless by itself. */
    #harmless(text) {
        return cut(this.#redactor.clean(text)).split(lineBreaks).map(harmlessLine).join('\n');
    }
    /** Let the runner mask a value in the log as well. */
    mask(value) {
        this.#command('add-mask', {}, value);
    }
    /** From now on everything else in the process that prints goes through {@link passOn}. */
    takeOver() {
        const through = (chunk) => {
            const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
            this.passOn(text.replace(/\n$/, ''));
            return true;
        };
        process.stdout.write = through;
        process.stderr.write = through;
    }
    /**
     * What a library in this process prints. Two commands of the runner's toolkit mean what they say: `debug` is for nobody
     * here, and `add-mask` hides its value (the signature of an upload address) here and in the runner's log, unless it is so
     * short that foreign text could use it to blot out the log. All else is printed like any foreign text.
     */
    passOn(text) {
        for (const line of text.split('\n')) {
            const [, command, data = ''] = /^::(debug|add-mask)(?: [^:]*)?::(.*)$/s.exec(line) ?? [];
            if (command === undefined)
                this.print(line);
            else if (command === 'add-mask' && data.length >= shortestMask)
                this.#hide(unescapeData(data.trim()));
        }
    }
    #hide(value) {
        for (const form of this.#redactor.add(value))
            this.mask(form);
    }
    #command(name, properties, data) {
        const pairs = Object.entries(properties)
            .filter(([, value]) => value !== undefined)
            .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
        this.#write(`::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeData(data)}\n`);
    }
}
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const unescapeData = (text) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
function writeAll(text) {
    const bytes = Buffer.from(text, 'utf8');
    let written = 0;
    while (written < bytes.length) {
        try {
            written += (0,external_node_fs_.writeSync)(1, bytes, written);
        }
        catch (error) {
            if (error.code === 'EPIPE')
                return;
            if (error.code !== 'EAGAIN')
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./build/runtime/main.js






/**
 * How long what is still open (a pool, a forward) may say goodbye once the action has ended, ms. Its effect does not depend
 * on that: everything that has to happen was awaited, and stdout is written synchronously.
 */
const lastWordsMs = 100;
/**
 * The one entry of every action. Loads only what the action needs, and never lets an error through unexplained. The exit
 * status is 0 unless the action is red.
 */
async function main(action, part = 'main') {
    const redactor = new Redactor();
    const stdout = new Stdout(redactor);
    stdout.takeOver();
    const environment = readActionEnvironment();
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => stop.abort());
    const handover = new Handover(environment.jobFolder, redactor);
    const self = { environment, redactor, stdout, handover, signal: stop.signal, startedAt: clock/* systemClock */.m.now() };
    try {
        process.exitCode = await run(action, part, self);
    }
    catch (error) {
        stdout.annotate('error', `${action} did not run`, explain(error));
        process.exitCode = 1;
    }
    setTimeout(() => process.exit(), lastWordsMs).unref();
}
/** What each action that is not a task does; loaded when it is asked for. */
const actions = {
    conduct: async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(9119), __nccwpck_require__.e(5693), __nccwpck_require__.e(4299), __nccwpck_require__.e(8461)]).then(__nccwpck_require__.bind(__nccwpck_require__, 58890))).conduct(self),
    close: async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(5519)]).then(__nccwpck_require__.bind(__nccwpck_require__, 95519))).close(self),
    recover: async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(5386), __nccwpck_require__.e(8122), __nccwpck_require__.e(9119), __nccwpck_require__.e(1982), __nccwpck_require__.e(2399)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72399))).recoverAction(self),
    plan: async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(5386), __nccwpck_require__.e(8122), __nccwpck_require__.e(9119), __nccwpck_require__.e(1982), __nccwpck_require__.e(5693), __nccwpck_require__.e(9117), __nccwpck_require__.e(4299), __nccwpck_require__.e(5322)]).then(__nccwpck_require__.bind(__nccwpck_require__, 95322))).planAction(self),
    'roll-back': async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(5386), __nccwpck_require__.e(8122), __nccwpck_require__.e(9119), __nccwpck_require__.e(1982), __nccwpck_require__.e(5693), __nccwpck_require__.e(9117), __nccwpck_require__.e(4299), __nccwpck_require__.e(5322)]).then(__nccwpck_require__.bind(__nccwpck_require__, 95322))).rollBackAction(self),
    apply: async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(5386), __nccwpck_require__.e(9119), __nccwpck_require__.e(5693), __nccwpck_require__.e(9117), __nccwpck_require__.e(3921), __nccwpck_require__.e(9744)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9744))).applyAction(self),
    approve: async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(5693), __nccwpck_require__.e(3921), __nccwpck_require__.e(7992)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14085))).approveAction(self),
    merge: async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(6063), __nccwpck_require__.e(5386), __nccwpck_require__.e(8122), __nccwpck_require__.e(8012)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59590))).mergeAction(self),
    watch: async (self) => (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(5386), __nccwpck_require__.e(8122), __nccwpck_require__.e(1982), __nccwpck_require__.e(3219)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82280))).watchAction(self),
};
async function run(action, part, self) {
    if (part === 'post')
        return (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(5386), __nccwpck_require__.e(8122), __nccwpck_require__.e(9119), __nccwpck_require__.e(1982), __nccwpck_require__.e(4434)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14434))).endJob(self);
    const own = Object.hasOwn(actions, action) ? actions[action] : undefined;
    return own === undefined ? (await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(585), __nccwpck_require__.e(6063), __nccwpck_require__.e(2746), __nccwpck_require__.e(5386), __nccwpck_require__.e(8122), __nccwpck_require__.e(9119), __nccwpck_require__.e(1982), __nccwpck_require__.e(9117), __nccwpck_require__.e(5463)]).then(__nccwpck_require__.bind(__nccwpck_require__, 55463))).runTask(action, self) : own(self);
}
/** Our own errors carry their whole message; of anything else only what cannot hold a secret is shown. */
function explain(error) {
    if (error instanceof port_error/* PortError */.U)
        return [`${error.subject}: ${error.message}`, error.next].filter(Boolean).join('. Next: ');
    if (error instanceof Error && ['ConfigurationError', 'InputError'].includes(error.name))
        return error.message;
    const place = error instanceof Error ? /([\w.-]+\.(?:ts|js):\d+)/.exec(error.stack ?? '')?.[1] : undefined;
    return `a defect in this program (${error instanceof Error ? error.name : typeof error}${place === undefined ? '' : ` at ${place}`}); please report it`;
}

var __webpack_exports__main = __webpack_exports__.i;
export { __webpack_exports__main as main };
