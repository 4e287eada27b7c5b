#!/usr/bin/env bash
# The guide's §2.1 script, with equal work: it looks after every blockchain pod, where the original looks after the first, and logs
# in to Redis and PostgreSQL as the sandbox demands. Health checks have a bench of their own. Prints what each part took, in ms.
set -euo pipefail
namespace=phoenix-rooivalk
now() { date +%s%3N; }
part() { printf '%s %s\n' "$1" "$(($(now) - since))"; since=$(now); }
since=$(now)
for pod in $(kubectl get pods -n "$namespace" -l app=blockchain-node -o jsonpath='{.items[*].metadata.name}'); do
  kubectl exec -n "$namespace" "$pod" -- logrotate /etc/logrotate.conf
done
part logs
for pod in $(kubectl get pods -n "$namespace" -l app=blockchain-node -o jsonpath='{.items[*].metadata.name}'); do
  kubectl exec -n "$namespace" "$pod" -- find /tmp -type f -mtime +1 -delete
done
part files
kubectl exec -n "$namespace" redis-0 -- sh -c \
  'REDISCLI_AUTH=$(cat /etc/redis-credentials/admin) redis-cli -s /run/redis/redis.sock --no-auth-warning FLUSHEXPIRED' >/dev/null
part cache
kubectl exec -n "$namespace" postgres-0 -- psql -q -U postgres -d phoenixrooivalk -c 'VACUUM ANALYZE;' 2>/dev/null
part database
kubectl get secrets -n "$namespace" -o json | jq -r '.items[] | select(.type=="kubernetes.io/tls") | .metadata.name' | while read -r secret; do
  kubectl get secret "$secret" -n "$namespace" -o jsonpath='{.data.tls\.crt}' | base64 -d | openssl x509 -noout -enddate >/dev/null 2>&1 || true
done
part certificates
