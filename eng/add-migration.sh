#!/usr/bin/env bash
# Adds a migration for the model as it now stands: eng/add-migration.sh <Service> <Name>, as in "Policy AddEndorsements".
# Instead of a service, the folder of another project that has a context may be named.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ $# -ne 2 ]; then
  sed -n '2,3s/^# //p' "$0" >&2
  exit 2
fi

folder="services/$1"
[ -d "$folder" ] || folder="${1%/}"
project=$(ls "$folder"/*.csproj)
export PORTAL_MIGRATED_PROJECT="$PWD/$project"

dotnet tool restore >/dev/null
dotnet build eng/Portal.Migrations -v quiet --nologo
dotnet ef migrations add "$2" --no-build --project "$project" --startup-project eng/Portal.Migrations --output-dir Migrations
# dotnet-ef writes a byte order mark, which the house's files don't have.
sed -i '1s/^\xEF\xBB\xBF//' "$folder"/Migrations/*.cs
