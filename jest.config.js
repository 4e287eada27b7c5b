const base = {
  testEnvironment: '<rootDir>/test/plain-context.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

/** `unit` and `simulation` need nothing but Node; `platform` and `faults` run on the sandbox that is up. */
export default {
  testTimeout: 30_000,
  // The usual number leaves one core idle: on two of them, half of all.
  maxWorkers: '100%',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '<rootDir>/test/platform/',
        '<rootDir>/test/simulation/',
        '/node_modules/',
        '<rootDir>/build/',
        '<rootDir>/out/',
      ],
    },
    {
      ...base,
      displayName: 'platform',
      testMatch: ['<rootDir>/test/platform/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/platform/faults.test.ts'],
    },
    { ...base, displayName: 'simulation', testMatch: ['<rootDir>/test/simulation/**/*.test.ts'] },
    { ...base, displayName: 'faults', testMatch: ['<rootDir>/test/platform/faults.test.ts'] },
  ],
};
