#!/usr/bin/env bash
# Proves ./test.sh --containers on a machine that has neither a container engine nor an image registry: makes both of
# Debian's packages, runs the named test projects (Outbox and Compliance by default) on them, and removes everything again
# but the packages that it installs. As root, on Debian 12: eng/containers/prove.sh [TEST PROJECT ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. eng/common.sh

[ "$(id -u)" -eq 0 ] || fail "Run it as root: it makes a network namespace, mounts and an engine of its own."
[ $# -gt 0 ] || set -- Portal.Persistence.Tests Portal.Compliance.Tests
need_dotnet
install_missing containers

image_of() { sed -n "s/.*const string $1 = \"\(.*\)\";/\1/p" tests/Portal.TestServers/Containers/Images.cs; }
postgres=$(image_of Postgres)
rabbitmq=$(image_of RabbitMq)

# What containers write lies beside other caches, as /tmp may be too small or in memory.
work=$(mktemp -d /var/tmp/portal-containers.XXXXXX)
space=$(basename "$work" | tr . -)
engine=
unmount_below() { awk -v below="$1/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r -n 1 umount; }
finish() {
  if [ -n "$engine" ]; then
    kill -TERM "$engine" 2> /dev/null || true
    wait "$engine" 2> /dev/null || true
  fi
  ip netns delete "$space" 2> /dev/null || true
  # What could not be unmounted is not emptied.
  unmount_below "$work" || say "Something is still mounted below $work; unmount it and remove the folder."
  rm -rf --one-file-system "$work" 2> /dev/null || true
}
trap finish EXIT

# Nothing can be fetched from inside the namespace, so everything is built before.
say "Building ..."
for name in Portal.TestServers "$@"; do dotnet build "tests/$name" -c Release --nologo -v quiet >&2; done

# A namespace of its own: the engine neither sees nor changes the machine's network, and its ports are nobody else's. Not
# "ip netns exec", which hides the control groups that the engine needs.
ip netns add "$space"
inside() { nsenter --net="/run/netns/$space" "$@"; }
inside ip link set lo up
say "Starting an engine of its own ..."
socket="$work/engine.sock"
setpriv --pdeathsig TERM nsenter --net="/run/netns/$space" dockerd \
  --data-root "$work/data" --exec-root "$work/run" --pidfile "$work/engine.pid" --host "unix://$socket" \
  --iptables=false --ip6tables=false --ip-masq=false > "$work/engine.log" 2>&1 &
engine=$!
export DOCKER_HOST="unix://$socket"
for ((tries = 0; ; tries++)); do
  docker version > /dev/null 2>&1 && break
  if ! kill -0 "$engine" 2> /dev/null || [ "$tries" -ge 300 ]; then
    tail -n 20 "$work/engine.log" >&2
    fail "The engine did not start."
  fi
  sleep 0.1
done

say "Making $postgres and $rabbitmq of Debian's packages ..."
debootstrap --variant=minbase bookworm "$work/base" > "$work/debootstrap.log" 2>&1 || { tail -n 5 "$work/debootstrap.log" >&2; fail "debootstrap failed."; }
# It may leave /proc mounted, of which a copy would be endless.
unmount_below "$work/base"
eng/containers/make-image.sh "$work/base" "$work/postgres" "$postgres" postgresql-15 'EXPOSE 5432'
eng/containers/make-image.sh "$work/base" "$work/rabbitmq" "$rabbitmq" rabbitmq-server 'EXPOSE 5672 15672'
docker images >&2

# The engine's API is older than Testcontainers asks for; its reaper's image is pinned by digest and can't be made; and
# ports are mapped on loopback, where this namespace has nothing else.
inside env DOCKER_API_VERSION=1.41 TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 \
  ./test.sh --containers --without mongodb "$@"
