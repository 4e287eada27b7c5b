-- Weeks of rows, with fresh statistics: some two hundred thousand.
SET ROLE phoenix_owner;
SET synchronous_commit = off;

INSERT INTO sensors SELECT n, 'sensor-' || n, (ARRAY['radar','optical','acoustic','rf'])[1 + n % 4],
  -25 + n * 0.01, 28 + n * 0.01, date '2026-01-01' + n % 300 FROM generate_series(1, 400) n;
INSERT INTO sensor_state (sensor_id, last_seen, signal_dbm)
  SELECT n, now() - interval '1 hour', -60 FROM generate_series(1, 400) n;
INSERT INTO telemetry SELECT date_trunc('day', now()) - interval '7 days' + n * interval '14 seconds', 1 + n % 400, 100,
  -40 - n % 50 FROM generate_series(0, 40000) n;
INSERT INTO detections (at, sensor_id, class, confidence, track_id)
  SELECT now() - n * interval '30 seconds', 1 + n % 400, (ARRAY['quadcopter','fixed-wing','bird','unknown'])[1 + n % 4],
  (n % 100) / 100.0, n % 9000 FROM generate_series(1, 45000) n;
INSERT INTO flight_tracks SELECT n, now() - n * interval '4 minutes', now() - n * interval '3 minutes', n % 200,
  'closed' FROM generate_series(1, 9000) n;
INSERT INTO flight_corrections SELECT n, 1 + n % 9000, now() - n * interval '5 minutes', n % 17 FROM generate_series(1, 12000) n;
INSERT INTO alerts SELECT n, now() - n * interval '9 minutes', (ARRAY['low','high','critical'])[1 + n % 3], n, n % 7 <> 0
  FROM generate_series(1, 8000) n;
INSERT INTO missions SELECT n, now() - n * interval '3 hours', 1 + n % 60, 'completed' FROM generate_series(1, 500) n;
INSERT INTO operators SELECT n, 'EAGLE-' || n, 1 + n % 4 FROM generate_series(1, 60) n;
INSERT INTO gateway_sessions SELECT n, now() - n * interval '1 minute', now() - n * interval '30 seconds',
  decode(md5(n::text), 'hex') FROM generate_series(1, 20000) n;
INSERT INTO api_requests SELECT n, now() - n * interval '2 seconds', '/api/v1/telemetry', n % 90 FROM generate_series(1, 25000) n;
INSERT INTO audit_log SELECT n, now() - n * interval '40 seconds', 'EAGLE-' || (1 + n % 60), 'viewed' FROM generate_series(1, 20000) n;
INSERT INTO job_queue SELECT n, now() - n * interval '20 seconds', true, repeat('job ', 10) FROM generate_series(1, 15000) n;
INSERT INTO block_index SELECT 1190000 + n, now() - (15000 - n) * interval '1 second', 900 + n % 200 FROM generate_series(1, 15000) n;
INSERT INTO "it's a ""quoted"" table ::error::" SELECT n, '::warning::a row' FROM generate_series(1, 4000) n;
INSERT INTO "two
lines | <b>table</b> $(id)" SELECT n, E'\e[31mred\e[0m' FROM generate_series(1, 300) n;
INSERT INTO archive."Mixed Case" SELECT n, 'kept' FROM generate_series(1, 2000) n;
SELECT format('INSERT INTO ops.%I SELECT n, %L || n, now() - n * interval ''1 day'' FROM generate_series(1, 40) n', relname,
              relname || ' ') FROM pg_class WHERE relnamespace = 'ops'::regnamespace AND relkind = 'r' \gexec
RESET ROLE;
