/** The directions of the code. Each rule says where the code should go instead. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files need each other: move what both need into a third, or hand it in as an argument.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-is-pure',
      comment:
        'src/domain knows nothing but itself and pure libraries: what reads the world belongs into an adapter behind a port in src/ports.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/(?!domain/)' },
    },
    {
      name: 'domain-takes-no-impure-library',
      comment:
        'Only these libraries are pure enough for src/domain; anything that touches Node belongs into src/adapters.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(zod|yaml|temporal-polyfill|temporal-spec|temporal-utils|canonicalize|@noble/hashes)/',
      },
    },
    {
      name: 'ports-say-only-what-is-asked',
      comment: 'A port is an interface: its implementation belongs into src/adapters, its pure rules into src/domain.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { path: '^src/(?!ports/|domain/)' },
    },
    {
      name: 'readings-use-ports',
      comment:
        'src/observation holds readings that several tasks share, over ports: what a single task needs belongs into its own folder, what connects belongs into an adapter.',
      severity: 'error',
      from: { path: '^src/observation/' },
      to: { path: '^src/(?!observation/|ports/|domain/)' },
    },
    {
      name: 'steps-use-ports',
      comment:
        'A step kind is carried out through ports: what it has in common with a task belongs into src/observation or src/domain.',
      severity: 'error',
      from: { path: '^src/steps/' },
      to: { path: '^src/(?!steps/|observation/|ports/|domain/)' },
    },
    {
      name: 'tasks-use-ports',
      comment:
        'A task asks ports and decides; it does not know adapters, rendering, pipeline or runtime. Move the call behind a port.',
      severity: 'error',
      from: { path: '^src/tasks/' },
      to: { path: '^src/(?!tasks/|observation/|ports/|domain/)' },
    },
    {
      name: 'tasks-do-not-know-each-other',
      comment: 'What two tasks share belongs into src/observation (reads) or src/domain (rules).',
      severity: 'error',
      from: { path: '^src/tasks/([^/]+)/' },
      to: { path: '^src/tasks/[^/]+/', pathNot: '^src/tasks/$1/' },
    },
    {
      name: 'no-client-outside-adapters',
      comment: 'npm clients are used in src/adapters (and src/runtime): put the call behind a port.',
      severity: 'error',
      from: { path: '^src/(tasks|steps|observation|ports|pipeline|render)/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'adapters-do-not-know-each-other',
      comment: 'An adapter is handed what it needs from another one: src/runtime/wiring connects them.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/[^/]+/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'adapters-implement-ports',
      comment: 'An adapter knows ports and domain. What decides belongs into a task or the pipeline.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/(tasks|steps|observation|pipeline|render|runtime)/' },
    },
    {
      name: 'rendering-is-pure',
      comment: 'src/render makes text of a report: it knows src/domain alone.',
      severity: 'error',
      from: { path: '^src/render/' },
      to: { path: '^src/(?!render/|domain/)' },
    },
    {
      name: 'pipeline-uses-ports',
      comment: 'The pipeline is handed its ports: adapters, environment and output are wired in src/runtime.',
      severity: 'error',
      from: { path: '^src/pipeline/' },
      to: { path: '^src/(adapters|runtime|render)/' },
    },
    {
      name: 'nobody-imports-the-runtime',
      comment: 'src/runtime is the one door and stands on top: move what you need below it.',
      severity: 'error',
      from: { path: '^src/(?!runtime/)' },
      to: { path: '^src/runtime/' },
    },
    {
      name: 'source-does-not-know-tests',
      comment: 'What ships cannot depend on tests, tools or the sandbox.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|tools|sandbox)/' },
    },
    {
      name: 'no-name-that-says-nothing',
      comment: 'A file called utils, helpers, common or misc says nothing: name it by the one idea that it holds.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|misc)(\\.ts|/)', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|build|out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
