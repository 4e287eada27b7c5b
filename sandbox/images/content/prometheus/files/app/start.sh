#!/bin/sh
# The entry point of Prometheus' pods: a new volume gets the weeks before the sandbox. As few blocks as can be: promtool
# reserves half a gigabyte for each while it is written.
set -eu

data=/prometheus
if [ ! -e "$data/history-is-laid" ]; then
  /usr/local/bin/node /app/capacity-history/main.js "$data/history.om"
  /usr/bin/promtool tsdb create-blocks-from openmetrics --max-block-duration=4374h --quiet "$data/history.om" "$data"
  rm "$data/history.om"
  touch "$data/history-is-laid"
fi
exec /usr/bin/prometheus "$@"
