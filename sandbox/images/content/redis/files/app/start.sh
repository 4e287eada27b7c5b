#!/bin/sh
# The entry point of Redis' pods: pod 0 is the master, the others follow it. Passwords come from the mounted Secret and go
# into files that only this pod reads, never into arguments.
set -eu

secrets=/etc/redis-credentials
acl=/run/redis/users.acl
config=/run/redis/redis.conf
password() { cat "$secrets/$1"; }

umask 077
cat >"$acl" <<END
user default on >$(password admin) ~* &* +@all
user replica on >$(password replica) resetchannels -@all +psync +replconf +ping
user gateway on >$(password gateway) ~telemetry:* resetchannels -@all +@read +@write +@connection -@dangerous
user maintenance on >$(password maintenance) ~* resetchannels -@all +@connection +@read -@dangerous +info +role +scan +dbsize +select +memory +latency +slowlog|get +slowlog|len +config|get +cluster|info +cluster|nodes +cluster|shards +cluster|slots +client|list
END
cat >"$config" <<END
bind $POD_IP
port 6379
unixsocket /run/redis/redis.sock
dir /var/lib/redis
save ""
appendonly no
aclfile $acl
databases 16
maxmemory 128mb
maxmemory-policy volatile-ttl
enable-debug-command local
tls-port 6380
tls-cert-file /etc/redis-tls/tls.crt
tls-key-file /etc/redis-tls/tls.key
tls-auth-clients no
tls-ca-cert-file /etc/phoenix-ca/ca.crt
masteruser replica
masterauth $(password replica)
replica-announce-ip $POD_IP
latency-monitor-threshold 50
repl-diskless-sync yes
repl-diskless-sync-delay 0
END

case $POD_NAME in
  *-0) sh /app/history.sh & ;;
  *) printf 'replicaof %s 6379\n' "${MASTER_HOST:?set MASTER_HOST in the manifest}" >>"$config" ;;
esac
exec redis-server "$config"
