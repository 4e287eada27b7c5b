#!/bin/sh
# Makes the primary's data folder: roles with the passwords of the mounted Secret, two databases, and weeks of history.
# The server that lays it listens on a private socket only, so nobody takes a half-laid database for a ready one.
set -eu

data=$1
socket=/run/postgres-seed
secrets=/etc/postgres-credentials

initdb --pgdata="$data" --username=postgres --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 \
  --locale=C.UTF-8 --no-sync --wal-segsize=4 --no-instructions >/dev/null
cat /app/postgresql.conf >>"$data/postgresql.conf"
cp /app/pg_hba.conf "$data/pg_hba.conf"

pg_ctl --pgdata="$data" --wait --silent --log=/run/postgres-seed/log \
  -o "-c listen_addresses= -c unix_socket_directories=$socket -c autovacuum=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0" start

run() { psql --host="$socket" --username=postgres --no-psqlrc --quiet --set=ON_ERROR_STOP=1 "$@"; }
password() { cat "$secrets/$1"; }

# Passwords go in through the script's input, never through arguments.
{
  for role in postgres gateway bi replicator; do printf '\\set %s %s\n' "$role" "'$(password $role)'"; done
  cat /app/seed/roles.sql
} | run --dbname=postgres
run --dbname=phoenixrooivalk --file=/app/seed/schema.sql --file=/app/seed/history.sql
# In sessions of their own: a session's statistics are counted when it ends.
run --dbname=phoenixrooivalk --command='VACUUM (ANALYZE)'
run --dbname=phoenixrooivalk --file=/app/seed/wear.sql
run --dbname=phoenixanalytics --file=/app/seed/analytics.sql
run --dbname=phoenixrooivalk --set=owner=phoenix_owner --file=/app/seed/maintenance-role.sql
{
  printf '\\set maintenance %s\n' "'$(password maintenance)'"
  printf "ALTER ROLE maintenance PASSWORD :'maintenance';\n"
} | run --dbname=postgres

pg_ctl --pgdata="$data" --wait --silent --mode=fast stop
