#!/bin/sh
# Makes a standby's data folder from the primary, with a replication slot of its own.
set -eu

data=$1
primary=${PRIMARY_HOST:?set PRIMARY_HOST in the manifest}
slot=$(printf '%s' "$POD_NAME" | tr '-' '_')
passwords=/var/lib/postgresql/data/.pgpass

umask 077
printf '%s:5432:*:replicator:%s\n' "$primary" "$(cat /etc/postgres-credentials/replicator)" >"$passwords"
connection="host=$primary port=5432 user=replicator application_name=$POD_NAME sslmode=verify-full"
connection="$connection sslrootcert=/etc/phoenix-ca/ca.crt passfile=$passwords"

until pg_basebackup --pgdata="$data" --dbname="$connection" --wal-method=stream --slot="$slot" --create-slot \
  --write-recovery-conf --checkpoint=fast --no-sync; do
  rm -rf "$data"
  psql "$connection dbname=postgres" --quiet --command="SELECT pg_drop_replication_slot('$slot')" || true
  sleep 1
done
