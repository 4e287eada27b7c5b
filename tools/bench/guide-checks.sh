#!/usr/bin/env bash
# The Kubernetes part of the guide's §3.1 script (nodes, blockchain, storage), as it stands there but for the counts' white space;
# no probe pod, no database.
set -euo pipefail
report=$(mktemp)
trap 'rm -f "$report" "$report.new"' EXIT
echo '{"checks":{}}' > "$report"
kubectl get nodes --no-headers | while read -r node status _; do
  if [[ "$status" != "Ready" ]]; then
    jq --arg node "$node" --arg status "$status" '.checks.kubernetes.nodes += [{"node": $node, "status": $status, "healthy": false}]' "$report" > "$report.new" && mv "$report.new" "$report"
  fi
done
total=$(kubectl get pods -n phoenix-rooivalk -l app=blockchain-node --no-headers | wc -l)
ready=$(kubectl get pods -n phoenix-rooivalk -l app=blockchain-node --field-selector=status.phase=Running --no-headers | wc -l)
jq --argjson total "$total" --argjson ready "$ready" '.checks.blockchain = {"total_nodes": $total, "ready_nodes": $ready, "healthy": ($ready >= ($total * 0.67))}' "$report" > "$report.new" && mv "$report.new" "$report"
kubectl get pv --no-headers 2>/dev/null | { grep -v "Available\|Bound" || true; } | while read -r pv _ _ _ status _; do
  jq --arg pv "$pv" --arg status "$status" '.checks.storage.issues += [{"pv": $pv, "status": $status}]' "$report" > "$report.new" && mv "$report.new" "$report"
done
jq -c . "$report"
