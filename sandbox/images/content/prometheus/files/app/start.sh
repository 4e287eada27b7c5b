#!/bin/sh
# The entry point of Prometheus' pods: a new volume gets the weeks before the sandbox, as blocks of three weeks at most.
set -eu

data=/prometheus
if [ ! -e "$data/history-is-laid" ]; then
  /usr/local/bin/node /app/capacity-history/main.js "$data/history.om"
  /usr/bin/promtool tsdb create-blocks-from openmetrics --max-block-duration=504h --quiet "$data/history.om" "$data"
  rm "$data/history.om"
  touch "$data/history-is-laid"
fi
exec /usr/bin/prometheus "$@"
