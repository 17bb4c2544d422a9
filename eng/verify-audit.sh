#!/usr/bin/env bash
# Verifies every agency's audit trail in the system that ./run.sh runs: a line an agency, exit code 1 where one is broken, 2 where it could not look.
# Elsewhere, set ConnectionStrings__identitydb and Identity__KeyProtection as the service has them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/common.sh

data=$(realpath -m "${PORTAL_DATA:-.portal}")

give_up() { say "$*"; exit 2; }
parameter() { sed -n "s/^ *\"$1\": \"\(.*\)\",\{0,1\}\$/\1/p" "$data/parameters.json"; }

# The host lays the server's data elsewhere where the server's user can't get to the folder.
postmaster() {
  local name fallback
  name=$(printf %s "$data" | sha256sum | cut -c1-12)
  for fallback in "$data" "/var/lib/portal/$name"; do
    [ ! -r "$fallback/postgres/data/postmaster.pid" ] || { echo "$fallback/postgres/data/postmaster.pid"; return; }
  done
}

need_dotnet
if [ -z "${ConnectionStrings__identitydb:-}" ] || [ -z "${Identity__KeyProtection:-}" ]; then
  [ -r "$data/parameters.json" ] || give_up "No portal has run with the data folder $data yet; start one with ./run.sh, or set PORTAL_DATA."
  export Identity__KeyProtection="${Identity__KeyProtection:-$(parameter identity-key-protection)=}"
fi

if [ -z "${ConnectionStrings__identitydb:-}" ]; then
  if [ -n "${ConnectionStrings__postgres:-}" ]; then
    export ConnectionStrings__identitydb="$ConnectionStrings__postgres;Database=identitydb"
  else
    running=$(postmaster)
    pid=$([ -z "$running" ] || sed -n 1p "$running")
    { [ -n "$pid" ] && [ -d "/proc/$pid" ]; } || give_up "The database of $data is not running. Start the portal with ./run.sh, and verify from another terminal while it runs."
    export ConnectionStrings__identitydb="Host=127.0.0.1;Port=$(sed -n 4p "$running");Username=postgres;Password=$(parameter postgres-password);Database=identitydb"
  fi
fi

dotnet build services/Identity -c Release --nologo -v quiet > /dev/null || give_up "Identity could not be built; see: dotnet build services/Identity -c Release"
exec dotnet services/Identity/bin/Release/net10.0/Portal.Identity.dll verify-audit
