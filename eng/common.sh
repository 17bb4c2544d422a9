# What run.sh, test.sh and .ci/run share. Sourced from the root of the repository.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

need_dotnet() {
  command -v dotnet > /dev/null || fail "The .NET SDK 10 is not installed; get it at https://dotnet.microsoft.com/download/dotnet/10.0"
  dotnet --version > /dev/null 2>&1 || fail "The .NET SDK that global.json asks for is not installed; get it at https://dotnet.microsoft.com/download/dotnet/10.0"
}

# A server's program lies outside the path, in a folder for its version.
has_file() { compgen -G "$1" > /dev/null; }
has_rabbitmq() { has_file '/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server'; }
has_postgres() { has_file '/usr/lib/postgresql/*/bin/postgres'; }
has() { command -v "$1" > /dev/null || [ -x "/usr/sbin/$1" ]; }

# Names of the packages that the given purpose (run, test or containers) needs and this machine lacks.
missing_packages() {
  has_rabbitmq || echo rabbitmq-server
  has_postgres || echo postgresql
  has node || echo nodejs
  has npm || echo npm
  has setpriv || echo util-linux
  if [ "$1" != run ]; then
    has qpdf || echo qpdf
    has pdftotext || echo poppler-utils
    has smtp-sink || echo postfix
    has zbarimg || echo zbar-tools
    has chromium || echo chromium
  fi
  if [ "$1" = containers ]; then
    has dockerd || echo docker.io
    has debootstrap || echo debootstrap
    has ip || echo iproute2
  fi
}

# Installs what is missing. The services that the packages bring are neither started nor left to start at boot: the app
# host and the tests run servers of their own.
install_missing() {
  local packages
  mapfile -t packages < <(missing_packages "$1")
  [ "${#packages[@]}" -gt 0 ] || return 0

  has apt-get || fail "Please install: ${packages[*]} (names of Debian's packages; there is no apt-get here)."
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    has sudo || fail "Please install, as root: apt-get install -y ${packages[*]}"
    root=(sudo)
  fi

  say "Installing ${packages[*]} ..."
  local policy=/usr/sbin/policy-rc.d made_policy=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${root[@]}" tee "$policy" > /dev/null
    "${root[@]}" chmod 755 "$policy"
    made_policy=yes
  fi

  local installed=yes
  {
    "${root[@]}" apt-get update -qq \
      && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
  } < /dev/null >&2 || installed=
  [ -z "$made_policy" ] || "${root[@]}" rm -f "$policy"
  [ -n "$installed" ] || fail "The installation failed; try: apt-get update && apt-get install -y ${packages[*]}"

  if [ -d /run/systemd/system ]; then
    for package in "${packages[@]}"; do
      case "$package" in
        rabbitmq-server | postgresql | postfix) "${root[@]}" systemctl disable --quiet "$package" 2> /dev/null || true ;;
        docker.io) "${root[@]}" systemctl disable --quiet docker.service docker.socket containerd.service 2> /dev/null || true ;;
      esac
    done
  fi
}
