#!/bin/sh
# What weeks of traffic leave in the master: keys that live, and far more keys that have expired and are still there. They
# stand for a Redis whose expiry cycle cannot keep up with its load: while many stale keys remain the cycle is held back,
# and `expired_stale_perc` stays as high as the waves of expiring keys drove it; once they are gone it runs as usual.
set -eu

export REDISCLI_AUTH
REDISCLI_AUTH=$(cat /etc/redis-credentials/admin)
cli() { redis-cli -s /run/redis/redis.sock --no-auth-warning "$@"; }
# Keys that stay, and from how many further ones on the expiry cycle is held back.
live=9000
many=5000

until [ "$(cli ping 2>/dev/null)" = PONG ]; do sleep 0.1; done

keys() { # keys <database> <prefix> <count> <milliseconds to live, or 0>
  awk -v db="$1" -v prefix="$2" -v count="$3" -v ttl="$4" 'BEGIN {
    print "SELECT", db
    value = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    for (n = 0; n < count; n++) {
      if (ttl > 0) print "SET", prefix n, value n, "PX", ttl
      else print "SET", prefix n, value n
    }
  }' | cli --pipe >/dev/null
}

# The share of expired keys among those that the expiry cycle looks at, in whole percent.
stale_share() { cli info stats | awk -F '[:.]' '/^expired_stale_perc:/ { print $2 + 0 }'; }

lay_stale() {
  # Keys that expire at once drive the share of stale keys up, as a burst of sessions does. It is stopped half-way up.
  cli config set hz 500 >/dev/null
  wave=0
  while [ "$wave" -lt 10 ] && [ "$(stale_share)" -lt 40 ]; do
    cli debug set-active-expire 0 >/dev/null
    # So many that the share is still high when a busy machine comes to look.
    keys 0 burst: 60000 1
    cli debug set-active-expire 1 >/dev/null
    look=0
    while [ "$look" -lt 20 ] && [ "$(stale_share)" -lt 40 ]; do look=$((look + 1)); done
    cli debug set-active-expire 0 >/dev/null
    wave=$((wave + 1))
  done
  cli config set hz 10 >/dev/null
  keys 0 session: 30000 1
  keys 1 forecast: 10000 1
  # Names that end, split, confuse or attack what prints them.
  for name in 'session:::error::pretended by a key' 'session:$(id)' "session:it's \"quoted\"" \
    'session:<b>bold</b> | [x](y)' "$(printf 'session:two\nlines')" "$(printf 'session:\033[31mred')"; do
    cli -n 0 set "$name" value px 1 >/dev/null
  done
}

keys 0 track: 6000 0
keys 0 session:live: 2000 86400000
keys 1 geofence: 1000 0
lay_stale
touch /run/redis/ready

held=0
while sleep 2; do
  # Asked for by the sandbox's faults: stale keys once more. The request is there until they are laid.
  if [ -e /run/redis/lay-stale-keys ]; then
    lay_stale
    held=0
    rm /run/redis/lay-stale-keys
  fi
  left=$(($(printf 'select 0\ndbsize\nselect 1\ndbsize\n' | cli | awk '/^[0-9]/ { sum += $1 } END { print sum }') - live))
  wanted=$((left > many ? 0 : 1))
  if [ "$wanted" -ne "$held" ]; then cli debug set-active-expire "$wanted" >/dev/null && held=$wanted; fi
done
