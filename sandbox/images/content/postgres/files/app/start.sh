#!/bin/sh
# The entry point of PostgreSQL's pods: pod 0 is the primary, which lays its history when its volume is empty; the others
# copy it and follow. Starts as root to hand over the volume and the key, then is `postgres`.
set -eu

volume=/var/lib/postgresql/data
data=$volume/pgdata
tls=/run/postgres-tls
export HOME=/var/lib/postgresql

log() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1"; }
as_postgres() { setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; }

chown postgres:postgres "$volume"
cp /etc/postgres-tls/tls.crt /etc/postgres-tls/tls.key "$tls/"
chown postgres:postgres "$tls/tls.crt" "$tls/tls.key"
chmod 0600 "$tls/tls.key"

if [ ! -s "$data/PG_VERSION" ]; then
  rm -rf "$data"
  case $POD_NAME in
    *-0) log 'laying the history' && as_postgres sh /app/seed.sh "$data" ;;
    *) log 'copying the primary' && as_postgres sh /app/follow.sh "$data" ;;
  esac
fi

log 'starting PostgreSQL'
exec setpriv --reuid=postgres --regid=postgres --clear-groups -- postgres -D "$data" \
  -c "listen_addresses=$POD_IP" -c unix_socket_directories=/var/run/postgresql \
  -c ssl=on -c "ssl_cert_file=$tls/tls.crt" -c "ssl_key_file=$tls/tls.key"
