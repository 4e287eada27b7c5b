-- The small second database.
SET ROLE phoenix_owner;
CREATE TABLE daily_summary (day date PRIMARY KEY, detections int NOT NULL, alerts int NOT NULL);
CREATE TABLE exports (export_id int PRIMARY KEY, made timestamptz NOT NULL, rows_written int NOT NULL);
INSERT INTO daily_summary SELECT current_date - n, 2000 + n, 150 FROM generate_series(0, 400) n;
INSERT INTO exports SELECT n, now() - n * interval '6 hours', n * 7 FROM generate_series(1, 3000) n;
ANALYZE;
ALTER TABLE exports SET (autovacuum_enabled = off);
DELETE FROM exports WHERE export_id > 900;
RESET ROLE;
