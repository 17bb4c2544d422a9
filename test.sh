#!/usr/bin/env bash
# Builds everything, checks the style and runs all tests. The last line is "N passed, N failed", and ", N skipped" where
# tests need a server that is not there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/common.sh

need_dotnet
install_missing test

work=$(mktemp -d)
servers=
finish() {
  if [ -n "$servers" ]; then
    kill -TERM "$servers" 2> /dev/null || true
    wait "$servers" 2> /dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT

say "Building ..."
dotnet build Portal.sln -c Release --nologo -v quiet >&2

style=0
say "Checking the style ..."
dotnet format Portal.sln --no-restore --verify-no-changes >&2 || style=1

# One broker and one database server for the whole run; they end with this script, however it ends.
say "Starting the servers ..."
setpriv --pdeathsig TERM dotnet tests/Portal.TestServers/bin/Release/net10.0/Portal.TestServers.dll "$work/servers.env" >&2 &
servers=$!
until [ -f "$work/servers.env" ]; do
  kill -0 "$servers" 2> /dev/null || fail "The servers for the tests did not start."
  sleep 0.1
done

run_project() {
  local name=$1 log="$2/$1.log"
  # The whole system, and the app host that is tested by itself, start servers of their own.
  case "$name" in Portal.System.Tests | Portal.AppHost.Tests) ;; *) set -a && . "$2/servers.env" && set +a ;; esac
  "tests/$name/bin/Release/net10.0/$name" -noLogo -noColor > "$log" 2>&1 || true
  local summary
  summary=$(grep -E "^ *$name +Total: " "$log" | tail -n 1 || true)
  if [ -z "$summary" ]; then
    echo "0 1 0" > "$2/$name.result"
    echo "$name: ended without a result" >&2
    cat "$log" >&2
    return
  fi

  local total errors failed skipped not_run
  read -r total errors failed skipped not_run < <(sed -E 's/[^0-9]*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+).*/\1 \2 \3 \4 \5/' <<< "${summary#*"$name"}")
  echo "$((total - failed - skipped - not_run)) $((failed + errors)) $skipped" > "$2/$name.result"
  if [ "$((failed + errors))" -gt 0 ]; then cat "$log" >&2; else echo "$summary" >&2; fi
  # Why, once for each reason.
  grep -A 1 -E '\[SKIP\]$' "$log" | grep -v -E '\[SKIP\]$|^--$' | sort -u >&2 || true
}
export -f run_project

# The pages take longest, so that they start first: what starts last runs alone.
mapfile -t projects < <(for folder in tests/*.Tests; do basename "$folder"; done)
{ echo Portal.Web.Tests; printf '%s\n' "${projects[@]}" | grep -v -x -e Portal.System.Tests -e Portal.Web.Tests; } | xargs -P 2 -I {} bash -c 'run_project "$1" "$2"' _ {} "$work"
# The whole system at once needs the machine for itself.
if [ -d tests/Portal.System.Tests ]; then run_project Portal.System.Tests "$work"; fi

read -r passed failed skipped < <(cat "$work"/*.result | awk '{ passed += $1; failed += $2; skipped += $3 } END { print passed + 0, failed + 0, skipped + 0 }')
[ "$style" -eq 0 ] || say "The style differs; mend it with: dotnet format"
result="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || result="$result, $skipped skipped"
echo "$result"
[ "$failed" -eq 0 ] && [ "$style" -eq 0 ]
