#!/usr/bin/env bash
# Builds the portal and runs it on .NET Aspire: ./run.sh [--replicas 2] [--Portal:Port=8080] [--containers]
# --containers takes PostgreSQL, RabbitMQ and MongoDB from the official images, for whoever has a container engine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/common.sh

need_dotnet
install_missing run
say "Building ... (the first time takes minutes)"
dotnet build Portal.AppHost/Portal.AppHost.csproj -c Release --nologo -v quiet
eng/publish.sh
say "Starting; Ctrl-C stops everything. Logs are in ${PORTAL_DATA:-.portal}/logs."
exec dotnet Portal.AppHost/bin/Release/net10.0/Portal.AppHost.dll --Portal:Published="$PWD/artifacts/services" "$@"
