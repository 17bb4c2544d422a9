#!/usr/bin/env bash
# Builds everything, checks the style and runs all tests. The last line is "N passed, N failed", and ", N skipped" where
# tests need a server that is not there.
#   ./test.sh [--containers [--without mongodb]] [TEST PROJECT ...]
# --containers takes the servers from official images instead of the installed ones; named projects are built
# and run alone, without the style check.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/common.sh

containers= without=()
while [ $# -gt 0 ]; do
  case "$1" in
    --containers) containers=yes && shift ;;
    --without) [ "${2:-}" = mongodb ] || fail "--without knows mongodb alone." && without=(--without mongodb) && shift 2 ;;
    -*) fail "Unknown: $1. Use: ./test.sh [--containers [--without mongodb]] [TEST PROJECT ...]" ;;
    *) break ;;
  esac
done
[ -n "$containers" ] || [ ${#without[@]} -eq 0 ] || fail "--without belongs to --containers; the installed servers are without MongoDB."
for name; do
  [ -d "tests/$name" ] || fail "There is no tests/$name."
done

need_dotnet
install_missing test

work=$(mktemp -d)
servers= checking=
finish() {
  [ -z "$checking" ] || kill -TERM "$checking" 2> /dev/null || true
  if [ -n "$servers" ]; then
    kill -TERM "$servers" 2> /dev/null || true
    wait "$servers" 2> /dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT

# Whether there is an engine is known in seconds, the build takes minutes.
test_servers=(dotnet tests/Portal.TestServers/bin/Release/net10.0/Portal.TestServers.dll)
if [ -n "$containers" ]; then
  say "Looking for a container engine ..."
  dotnet build tests/Portal.TestServers -c Release --nologo -v quiet >&2
  "${test_servers[@]}" --containers --check >&2 || exit 1
  test_servers+=(--containers)
fi

say "Building ..."
if [ $# -gt 0 ]; then
  for name in Portal.TestServers "$@"; do dotnet build "tests/$name" -c Release --nologo -v quiet >&2; done
else
  dotnet build Portal.sln -c Release --nologo -v quiet >&2
fi

# It goes on while the first tests run.
if [ $# -eq 0 ]; then
  say "Checking the style ..."
  dotnet format Portal.sln --no-restore --verify-no-changes >&2 &
  checking=$!
fi

# The portal as a whole is tested as run.sh runs it.
case " $* " in
  "  " | *" Portal.System.Tests "* | *" Portal.AppHost.Tests "*)
    say "Publishing ..."
    [ $# -eq 0 ] || dotnet build Portal.AppHost -c Release --nologo -v quiet >&2
    eng/publish.sh >&2
    export Portal__Published=$PWD/artifacts/services
    ;;
esac

# One broker and one database server for the whole run; they end with this script, however it ends.
say "Starting the servers ..."
setpriv --pdeathsig TERM "${test_servers[@]}" "$work/servers.env" "${without[@]}" >&2 &
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

mapfile -t projects < <(for folder in tests/*.Tests; do basename "$folder"; done)
[ $# -eq 0 ] || projects=("$@")
chosen() { printf '%s\n' "${projects[@]}" | grep "$@" || true; }
# What takes longest starts first: what starts last runs alone.
{ chosen -x -e Portal.AppHost.Tests -e Portal.Web.Tests; chosen -v -x -e Portal.AppHost.Tests -e Portal.System.Tests -e Portal.Web.Tests; } | xargs -r -P 2 -I {} bash -c 'run_project "$1" "$2"' _ {} "$work"
style=0
[ -z "$checking" ] || wait "$checking" || style=1
checking=
# The whole system at once needs the machine for itself.
[ -z "$(chosen -x Portal.System.Tests)" ] || run_project Portal.System.Tests "$work"

read -r passed failed skipped < <(cat "$work"/*.result | awk '{ passed += $1; failed += $2; skipped += $3 } END { print passed + 0, failed + 0, skipped + 0 }')
[ "$style" -eq 0 ] || say "The style differs; mend it with: dotnet format"
result="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || result="$result, $skipped skipped"
echo "$result"
[ "$failed" -eq 0 ] && [ "$style" -eq 0 ]
