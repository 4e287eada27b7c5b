import { describe, expect, test } from '@jest/globals';
import { compareScans, comparisonWords, type Scan, type ScanState } from '../../../src/domain/image/scan.ts';
import { parseScan } from '../../../src/domain/image/scan-result.ts';
import { grypeScan, trivyScan } from '../../contracts/registry-content.ts';

const now = Date.UTC(2026, 10, 24, 2);
const dayMs = 86_400_000;

const scanned = (ids: readonly string[], traits: Partial<Scan> = {}): ScanState => ({
  state: 'scanned',
  scan: {
    scanner: 'trivy',
    at: now - dayMs,
    by: 'configmap/keys, cosign.pub',
    vulnerabilities: ids.map((id) => ({ id, severity: id.endsWith('c') ? 'critical' : 'low' })),
    ...traits,
  },
});
const unusable: ScanState = { state: 'unusable', why: 'by no trusted key' };

describe('comparing two scans', () => {
  test('what is fixed, introduced and remains, the worst first', () => {
    const compared = compareScans(scanned(['a', 'b', '0', 'c', '1', '2c']), scanned(['b', 'd']), now);
    expect(typeof compared === 'object' && comparisonWords(compared)).toBe(
      'fixes 5 (2c critical, c critical, 0 low and 2 more), introduces 1 (d low), 1 (b low) remains (trivy, 2026-11-23)',
    );
  });

  test('nothing fixed is said so', () => {
    const compared = compareScans(scanned(['a']), scanned(['a', 'b']), now);
    expect(compared).toMatchObject({ fixed: [], introduced: [{ id: 'b' }], remaining: [{ id: 'a' }] });
  });

  test.each<[string, ScanState, ScanState, string | undefined]>([
    ['nobody has scanned the new one', scanned(['a']), { state: 'none' }, undefined],
    ['nobody has scanned what runs', { state: 'none' }, scanned([]), 'there is no scan of the image that runs'],
    ['the new one’s proves nothing', scanned(['a']), unusable, 'of the new image is not used: by no trusted key'],
    ['what runs has one that proves nothing', unusable, scanned([]), 'of the image that runs is not used: by no'],
    [
      'different scanners',
      scanned(['a'], { scanner: 'grype' }),
      scanned([]),
      'one scan is by grype, the other by trivy',
    ],
    ['9 days old', scanned(['a'], { at: now - 9 * dayMs }), scanned([]), 'a scan is 9 days old'],
    ['3 days apart', scanned(['a'], { at: now - 4 * dayMs }), scanned([]), 'the scans were made days apart'],
  ])('nothing is concluded where %s', (_name, before, after, words) => {
    const compared = compareScans(before, after, now);
    if (words === undefined) expect(compared).toBeUndefined();
    else expect(compared).toContain(words);
  });
});

describe('reading a scan', () => {
  const finished = '2026-11-20T02:00:00Z';

  test.each<[string, object, object]>([
    ['Trivy', trivyScan(finished, ['CVE-1', 'HIGH'], ['CVE-1', 'UNKNOWN']), { id: 'CVE-1', severity: 'high' }],
    ['Grype', grypeScan(finished, ['CVE-1', 'Negligible']), { id: 'CVE-1', severity: 'low' }],
    ['a severity nobody knows', trivyScan(finished, ['CVE-1', 'AWFUL']), { id: 'CVE-1', severity: 'unknown' }],
  ])('%s: each vulnerability once, as its worst', (_name, predicate, vulnerability) => {
    expect(parseScan(predicate)).toMatchObject({ at: Date.parse(finished), vulnerabilities: [vulnerability] });
  });

  test('an image without any', () => {
    expect(parseScan(trivyScan(finished))).toMatchObject({ scanner: 'trivy', vulnerabilities: [] });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['another result', { scanner: { result: { runs: [] } }, metadata: { scanFinishedOn: finished } }],
    ['no time', { scanner: { result: trivyScan(finished) } }],
    ['a hostile name', trivyScan(finished, ['CVE-1\n::error::x', 'HIGH'])],
    ['a Trivy result without its type', { scanner: { result: {} }, metadata: { scanFinishedOn: finished } }],
  ])('not used: %s', (_name, value) => {
    expect(typeof parseScan(value)).toBe('string');
  });
});
