-- The database role of Rooivalk Maintenance. Run once by an administrator, in any database of the server:
--
--   psql --set=owner=<role that owns the tables> --file=maintenance-role.sql
--   \password maintenance
--
-- It is no superuser and can neither create roles nor databases. PostgreSQL lets a table's owner vacuum it, and every member
-- of the owning role counts as owner; from PostgreSQL 17 on, `GRANT MAINTAIN` on the tables can take the place of the
-- membership. Without `--set=owner=…` the script stops.

\set ON_ERROR_STOP 1
\if :{?owner}
\else
  \warn 'Set the role that owns the tables: psql --set=owner=<role> --file=maintenance-role.sql'
  \quit
\endif

SELECT 'CREATE ROLE maintenance LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 10'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'maintenance') \gexec

-- To vacuum and analyze the tables of that role.
GRANT :"owner" TO maintenance;
-- To see who blocks a table or holds an old snapshot: other sessions' state and queries.
GRANT pg_read_all_stats TO maintenance;
-- To read the settings that thresholds rest on.
GRANT pg_read_all_settings TO maintenance;
-- To end the sessions of a maintenance run that died (never a superuser's).
GRANT pg_signal_backend TO maintenance;
