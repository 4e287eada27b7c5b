-- What weeks without maintenance leave: tables with many dead rows and stale statistics, on which autovacuum is off.
SET ROLE phoenix_owner;
SELECT format('ALTER TABLE %s SET (autovacuum_enabled = off)', name::regclass)
  FROM unnest(ARRAY['detections', 'flight_tracks', 'flight_corrections', 'gateway_sessions', 'api_requests', 'job_queue',
    'alerts', 'sensor_state', '"it''s a ""quoted"" table ::error::"']) AS name \gexec
DELETE FROM gateway_sessions WHERE session_id % 10 < 6;
DELETE FROM job_queue WHERE job_id % 4 <> 0;
DELETE FROM api_requests WHERE request_id > 12000;
UPDATE detections SET confidence = confidence / 2 WHERE detection_id % 3 = 0;
UPDATE flight_tracks SET state = 'archived' WHERE track_id > 3000;
UPDATE alerts SET acknowledged = true WHERE NOT acknowledged;
UPDATE alerts SET severity = 'low' WHERE alert_id % 2 = 0;
UPDATE sensor_state SET batches = batches + 1;
UPDATE sensor_state SET batches = batches + 1;
DELETE FROM "it's a ""quoted"" table ::error::" WHERE id % 2 = 0;
RESET ROLE;
