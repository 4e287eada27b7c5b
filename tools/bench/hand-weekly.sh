#!/usr/bin/env bash
# The weekly tasks by hand, as the guide's §2.2 names them: the same objects, the same rollouts, the same backups. What our window
# does besides (signatures, quarantine, journal, undo, forecasts) is on its side alone. Prints what each part took, in ms.
# Arguments: workloads with the images to set, as `statefulset/name container=image`. From the environment: PROGRAMS (of PostgreSQL),
# ENDPOINT, BUCKET, KEY and SECRET of the object store, SIGNER, RENEWED (the Secret to renew), REGISTRY.
set -euo pipefail
namespace=phoenix-rooivalk
work=$(mktemp -d)
chmod 711 "$work"
trap 'rm -rf "$work"' EXIT
now() { date +%s%3N; }
part() { printf '%s %s\n' "$1" "$(($(now) - since))"; since=$(now); }
store() {
  printf 'user = "%s:%s"\n' "$KEY" "$SECRET" |
    curl --config - --silent --fail --aws-sigv4 aws:amz:us-east-1:s3 -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' "$@"
}
psql_in_pod() { kubectl exec -n "$namespace" postgres-0 -- psql -q -At -U postgres -d phoenixrooivalk -c "$1" >/dev/null 2>&1; }
as_postgres() { setpriv --reuid=postgres --regid=postgres --clear-groups env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$@"; }

since=$(now)
newest=$(store "$ENDPOINT/$BUCKET?list-type=2" | grep -o '<Key>[^<]*</Key>' | sed 's/<[^>]*>//g' | grep -v manifest)
for kind in database-backup.dump database-backup.sql.gz globals.sql.gz blockchain config; do
  key=$(grep -- "$kind" <<<"$newest" | sort | tail -1 || true)
  [[ -z "$key" ]] && continue
  file="$work/$(basename "$key")"
  store --output "$file" "$ENDPOINT/$BUCKET/$key"
  case "$file" in *.gz) gunzip -t "$file" ;; esac
done
install -d -o postgres -g postgres "$work/cluster"
as_postgres "$PROGRAMS/initdb" -D "$work/cluster/data" -U postgres -A trust >/dev/null
as_postgres "$PROGRAMS/pg_ctl" -D "$work/cluster/data" -w -l "$work/cluster/log" -o "-k $work/cluster -c listen_addresses=''" start >/dev/null
connection=(-h "$work/cluster" -U postgres)
for target in from_plain from_dump; do "$PROGRAMS/psql" "${connection[@]}" -q -d postgres -c "CREATE DATABASE $target" >/dev/null; done
gunzip -c "$work/database-backup.sql.gz" | "$PROGRAMS/psql" "${connection[@]}" -q -d from_plain >/dev/null 2>&1
"$PROGRAMS/pg_restore" "${connection[@]}" --jobs=2 -d from_dump "$work/database-backup.dump" >/dev/null 2>&1 || true
for target in from_plain from_dump; do
  [[ $("$PROGRAMS/psql" "${connection[@]}" -At -d "$target" -c 'SELECT count(*) > 0 FROM public.sensors') == t ]]
done
as_postgres "$PROGRAMS/pg_ctl" -D "$work/cluster/data" -w -m immediate stop >/dev/null
part backups

for repository in api-gateway blockchain-node postgres prometheus redis; do
  curl --silent --fail "$REGISTRY/v2/phoenix/$repository/tags/list" >/dev/null
done
while (($# > 0)); do
  kubectl set image -n "$namespace" "$1" "$2" >/dev/null
  kubectl rollout status -n "$namespace" "$1" --timeout=120s >/dev/null
  shift 2
done
part updates

kubectl get secret -n "$namespace" "$RENEWED" -o jsonpath='{.data.tls\.crt}' | base64 -d >"$work/old.crt"
openssl ecparam -genkey -name prime256v1 -noout -out "$work/new.key"
names=$(openssl x509 -in "$work/old.crt" -noout -ext subjectAltName | tail -n +2 | tr -d ' ')
openssl req -new -key "$work/new.key" -subj "/CN=$(openssl x509 -in "$work/old.crt" -noout -subject -nameopt multiline | sed -n 's/ *commonName *= //p')" \
  -addext "subjectAltName=${names//IPAddress:/IP:}" -out "$work/new.csr"
request="by-hand-$(now)"
kubectl create -f - >/dev/null <<YAML
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata: { name: $request }
spec:
  request: $(base64 -w0 "$work/new.csr")
  signerName: $SIGNER
  usages: [digital signature, server auth]
YAML
kubectl certificate approve "$request" >/dev/null
until kubectl get csr "$request" -o jsonpath='{.status.certificate}' | base64 -d >"$work/new.crt" && [[ -s "$work/new.crt" ]]; do sleep 0.2; done
openssl verify -partial_chain -trusted "$work/new.crt" "$work/new.crt" >/dev/null
kubectl create secret tls "$RENEWED" -n "$namespace" --cert="$work/new.crt" --key="$work/new.key" --dry-run=client -o yaml | kubectl apply -f - >/dev/null 2>&1
part renewals

psql_in_pod 'SELECT * FROM pg_stat_user_tables'
psql_in_pod 'SELECT * FROM pg_stat_user_indexes'
psql_in_pod 'SELECT name, setting FROM pg_settings'
kubectl exec -n "$namespace" redis-0 -- sh -c 'REDISCLI_AUTH=$(cat /etc/redis-credentials/admin) redis-cli -s /run/redis/redis.sock --no-auth-warning INFO' >/dev/null
kubectl top pods -n "$namespace" >/dev/null
part performance

kubectl top nodes >/dev/null
kubectl port-forward -n "$namespace" service/monitoring-stack :9090 >"$work/forward" 2>/dev/null &
forward=$!
until port=$(sed -n 's/^Forwarding from 127.0.0.1:\([0-9]*\) .*/\1/p' "$work/forward") && [[ -n "$port" ]]; do sleep 0.05; done
for query in node_cpu_seconds_total node_memory_MemAvailable_bytes node_filesystem_avail_bytes node_network_receive_bytes_total \
  pg_stat_database_xact_commit pg_stat_activity_count redis_memory_used_bytes gateway_requests_total gateway_response_time_seconds \
  kubelet_volume_stats_used_bytes block_height container_cpu_usage_seconds_total; do
  curl --silent --fail "http://127.0.0.1:$port/api/v1/query_range?query=$query&start=$(($(date +%s) - 604800))&end=$(date +%s)&step=3600" >/dev/null
done
kill "$forward"
part capacity

for _ in before after; do bash "$(dirname "$0")/guide-checks.sh" >/dev/null; done
part health
