#!/bin/sh
# A report that somebody began and never ended: a session of `bi` that is idle in a transaction and holds its snapshot, so
# that no vacuum can remove what was deleted since. When the session is lost it begins again.
set -u

umask 077
passwords=/tmp/.pgpass
printf '*:5432:*:bi:%s\n' "$(cat /etc/reporting-credentials/password)" >"$passwords"
connection="host=$PRIMARY_HOST port=5432 user=bi dbname=phoenixrooivalk application_name=reporting"
connection="$connection sslmode=verify-full sslrootcert=/etc/phoenix-ca/ca.crt passfile=$passwords connect_timeout=3"
export HOME=/tmp
mkfifo /tmp/statements

while :; do
  # The descriptor keeps the pipe open: psql waits for more statements until it is ended.
  (
    exec 3<>/tmp/statements
    printf 'BEGIN ISOLATION LEVEL REPEATABLE READ;\nSELECT count(*) FROM flight_tracks;\n\\! touch /tmp/snapshot-taken\n' >&3
    while sleep 5; do printf 'SELECT 1;\n' >&3; done &
    beat=$!
    psql "$connection" --no-psqlrc --quiet --tuples-only --set=ON_ERROR_STOP=1 </tmp/statements >/dev/null
    kill "$beat"
  )
  rm -f /tmp/snapshot-taken
  sleep 1
done
