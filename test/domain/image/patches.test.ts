import { describe, expect, test } from '@jest/globals';
import { isPatchChange, newerTags } from '../../../src/domain/image/patches.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const other = `sha256:${'b'.repeat(64)}`;

describe('newer tags', () => {
  test.each<[string, readonly string[], readonly string[], { minor?: string; major?: string }]>([
    ['1.4.2', ['1.4.2', '1.4.3', '1.4.9', '1.4.10'], ['1.4.10', '1.4.9', '1.4.3'], {}],
    [
      '1.4.2-alpine',
      ['1.4.9-alpine', '1.4.9', '1.4.9-slim', '1.5.0-alpine'],
      ['1.4.9-alpine'],
      { minor: '1.5.0-alpine' },
    ],
    ['1.4.2', ['1.4.3-alpine', '1.4.3-rc1', '1.4.3-rc.1', '1.4.3-beta', '1.4.3rc1'], [], {}],
    ['1.4.2-rc1', ['1.4.2', '1.4.3-rc1', '1.4.3'], [], {}],
    ['1.4.2-alpine3.19', ['1.4.3-alpine3.20', '1.4.3-alpine3.19'], ['1.4.3-alpine3.19'], {}],
    ['v1.4.2', ['1.4.3', 'v1.4.3', 'V1.4.4'], ['v1.4.3'], {}],
    ['1.4.2', ['v1.4.3'], [], {}],
    ['1.4', ['1.4.3', '1.5', '1.4.10'], [], {}],
    ['1', ['2', '1.4.3'], [], {}],
    ['latest', ['1.4.3', 'latest'], [], {}],
    ['bookworm', ['trixie'], [], {}],
    ['1.4.2', ['1.4', '1.4.3.1', '1', '1.4.2.9'], [], {}],
    ['1.4.2.1', ['1.4.2.3', '1.4.3.0', '1.4.3', '1.5.0.0'], ['1.4.3.0', '1.4.2.3'], { minor: '1.5.0.0' }],
    ['1.4.2', ['1.4.1', '1.4.0', '1.3.9'], [], {}],
    ['1.4.2', ['1.4.02', '1.4.002'], [], {}],
    ['2026.11.3', ['2026.11.10', '2026.12.1'], ['2026.11.10'], { minor: '2026.12.1' }],
    ['1.4.2', ['1.4.99999999999999999999', '20261124001122', '1.4.1234567890'], [], {}],
    ['1.4.2', ['1.5.0', '1.10.0', '2.0.0', '10.0.0'], [], { minor: '1.10.0', major: '10.0.0' }],
    ['1.4.2', ['1.5.0-rc1', '2.0.0-alpha'], [], {}],
    ['1.4.2_build5', ['1.4.3_build5', '1.4.3_build6'], ['1.4.3_build5'], {}],
    ['1.4.2', ['1.4.', '.1.4.3', '1..4.3', '1.4.3.', '1.4.3..4', '1.4.3 ', ' 1.4.3', '1.4.3\n', ''], [], {}],
    ['1.4.2', ['1.4.3-', '1.4.3--', '-1.4.3'], [], {}],
    ['1.4.2', ['__proto__', 'constructor', '1.4.3'], ['1.4.3'], {}],
    ['1.4.2-distroless', ['1.4.3-distroless', '1.4.2-norotate'], ['1.4.3-distroless'], {}],
    ['1.4.2', ['1.4.3-SNAPSHOT', '1.4.3-M1', '1.4.3-ea', '1.4.3-nightly.20261124'], [], {}],
    ['1.4.2', ['sha256-aaaa.sig', '1.4.3', '1.4.3.sig'], ['1.4.3'], {}],
  ])('than %s among %j: %j', (current, tags, patches, beyond) => {
    expect(newerTags(current, tags)).toEqual({ patches, ...beyond });
  });
});

describe('a change that is a patch', () => {
  test.each<[string, string, boolean]>([
    ['x:1.4.2', `x:1.4.3@${digest}`, true],
    [`x:1.4.2@${other}`, `x:1.4.3@${digest}`, true],
    ['reg.example/x:1.4.2-alpine', `reg.example/x:1.4.9-alpine@${digest}`, true],
    ['x:1.4.2', 'x:1.4.3', false],
    ['x:1.4.2', `x:1.5.0@${digest}`, false],
    ['x:1.4.2', `x:2.4.3@${digest}`, false],
    ['x:1.4.3', `x:1.4.2@${digest}`, false],
    ['x:1.4.2', `x:1.4.2@${digest}`, false],
    [`x:1.4.2@${other}`, `x:1.4.2@${digest}`, false],
    [`x@${other}`, `x:1.4.3@${digest}`, false],
    ['x:1.4.2', `x@${digest}`, false],
    ['x:1.4.2', `y:1.4.3@${digest}`, false],
    ['x:1.4.2', `docker.io/library/x:1.4.3@${digest}`, false],
    ['evil.example/x:1.4.2', `other.example/x:1.4.3@${digest}`, false],
    ['x:1.4.2', `x:1.4.3-slim@${digest}`, false],
    ['x:1.4.2', `x:1.4.3-rc1@${digest}`, false],
    ['x:latest', `x:latest@${digest}`, false],
    ['', '', false],
  ])('%s → %s: %s', (from, to, isPatch) => {
    expect(isPatchChange(from, to)).toBe(isPatch);
  });
});
