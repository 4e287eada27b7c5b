#!/bin/sh
# Ready when it answers: a master when its history is laid, a replica when it is in step with its master.
set -eu
export REDISCLI_AUTH
REDISCLI_AUTH=$(cat /etc/redis-credentials/admin)
case $POD_NAME in
  *-0) test -e /run/redis/ready && redis-cli -s /run/redis/redis.sock --no-auth-warning ping | grep -q PONG ;;
  *) redis-cli -s /run/redis/redis.sock --no-auth-warning info replication | grep -q 'master_link_status:up' ;;
esac
