import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const head = `--
-- PostgreSQL database dump
--

-- Dumped from database version 15.20
-- Dumped by pg_dump version 15.20

SET standard_conforming_strings = on;

CREATE TABLE public.blocks (id bigint, hash text, payload text, at timestamptz);

COPY public.blocks (id, hash, payload, at) FROM stdin;
`;
const foot = `\\.

--
-- PostgreSQL database dump complete
--

`;

/** A row as a platform's tables have them: a hash, and text that repeats itself. */
export function benchRow(number: number): string {
  const hash = createHash('sha256').update(String(number)).digest('hex').slice(0, 16);
  const text = `telemetry of sensor ${number % 400}, class ${number % 7}, confidence 0.${number % 97}, transactions ${900 + (number % 200)}, state nominal`;
  return `${number}\t${hash}\t${text}\t2026-11-${10 + (number % 20)} 0${number % 10}:15:${10 + (number % 50)}+00\n`;
}

/** A whole gzip dump of at least so many bytes, as a file: its rows are one compressed piece, again and again. */
export function layStream(path: string, bytes: number): void {
  const piece = gzipSync(Buffer.from(Array.from({ length: 400_000 }, (_, number) => benchRow(number)).join('')));
  const file = openSync(path, 'w');
  writeSync(file, gzipSync(head));
  for (let written = 0; written < bytes; written += piece.length) writeSync(file, piece);
  writeSync(file, gzipSync(foot));
  closeSync(file);
}
