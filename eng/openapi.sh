#!/usr/bin/env bash
# Writes the OpenAPI documents in docs/openapi as the services now answer them. What would break a partner's program is
# refused, unless a decision in docs/decisions names it (docs/vocabulary.md).
set -euo pipefail
cd "$(dirname "$0")/.."

tests=tests/Portal.Architecture.Tests
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build "$tests" -c Release -v quiet --nologo
PORTAL_WRITES_OPENAPI=yes "$tests/bin/Release/net10.0/Portal.Architecture.Tests" -noLogo -noColor -class "*ApiDescriptionTests" > "$log" 2>&1 || {
  cat "$log" >&2
  exit 1
}
git status --short docs/openapi
