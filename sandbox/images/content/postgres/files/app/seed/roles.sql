-- Roles and databases of Phoenix Rooivalk. The variables :postgres, :gateway, :bi and :replicator hold passwords.
ALTER ROLE postgres PASSWORD :'postgres';
CREATE ROLE phoenix_owner NOLOGIN;
CREATE ROLE gateway LOGIN PASSWORD :'gateway';
CREATE ROLE bi LOGIN PASSWORD :'bi';
CREATE ROLE replicator LOGIN REPLICATION PASSWORD :'replicator';
CREATE DATABASE phoenixrooivalk OWNER phoenix_owner;
CREATE DATABASE phoenixanalytics OWNER phoenix_owner;
GRANT pg_read_all_data TO bi;
-- The standby drops its own stale slot when it starts over.
GRANT EXECUTE ON FUNCTION pg_drop_replication_slot(name) TO replicator;
