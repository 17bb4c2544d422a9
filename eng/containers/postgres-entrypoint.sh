#!/bin/bash
# As much of the official image's entry point as Testcontainers relies on: POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB make
# the cluster, and arguments go to the server.
set -euo pipefail
export PATH=/usr/lib/postgresql/15/bin:$PATH PGDATA=/var/lib/postgresql/data
user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
as_postgres() { setpriv --reuid postgres --regid postgres --clear-groups "$@"; }

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  install -d -o postgres -g postgres -m 700 "$PGDATA"
  install -d -o postgres -g postgres /var/run/postgresql
  # Of the server's own user, who may not read a pipe of root's.
  install -o postgres -g postgres -m 600 /dev/null /tmp/password
  printf '%s\n' "$POSTGRES_PASSWORD" > /tmp/password
  as_postgres initdb -D "$PGDATA" -U "$user" --pwfile=/tmp/password --auth-host=scram-sha-256 --auth-local=trust -E UTF8
  rm /tmp/password
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  if [ "$database" != postgres ]; then
    as_postgres pg_ctl -D "$PGDATA" -o '-c listen_addresses=' -w start
    as_postgres createdb -U "$user" "$database"
    as_postgres pg_ctl -D "$PGDATA" -w stop
  fi
fi

[ "${1:-}" != postgres ] || shift
exec setpriv --reuid postgres --regid postgres --clear-groups postgres -c listen_addresses='*' "$@"
