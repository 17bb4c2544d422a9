#!/usr/bin/env bash
# Builds the portal and runs it: ./run.sh [--replicas 2] [--Portal:Port=8080] [--aspire]
# --aspire runs it on .NET Aspire, for whoever has its packages and a container engine; else no containers are needed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/common.sh

arguments=()
aspire=
for argument in "$@"; do
  if [ "$argument" = --aspire ]; then aspire=yes; else arguments+=("$argument"); fi
done

need_dotnet
if [ -n "$aspire" ]; then
  exec dotnet run --project Portal.AppHost -c Release -p:UseAspire=true -- "${arguments[@]}"
fi

install_missing run
say "Building ... (the first time takes minutes)"
dotnet build Portal.AppHost/Portal.AppHost.csproj -c Release --nologo -v quiet
say "Starting; Ctrl-C stops everything. Logs are in ${PORTAL_DATA:-.portal}/logs."
exec dotnet Portal.AppHost/bin/Release/net10.0/Portal.AppHost.dll "${arguments[@]}"
