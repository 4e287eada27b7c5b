const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

/** Two projects: `unit` needs nothing but Node; `platform` runs on the sandbox that is up. */
export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/platform/', '/node_modules/', '<rootDir>/build/', '<rootDir>/out/'],
    },
    { ...base, displayName: 'platform', testMatch: ['<rootDir>/test/platform/**/*.test.ts'] },
  ],
};
