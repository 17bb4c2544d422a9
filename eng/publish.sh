#!/usr/bin/env bash
# Publishes the portal's programs as they were built, compiled ahead of time, each into a folder of its own below
# artifacts/services: what run.sh and the benchmarks run. Compiling while it runs made the first renewal the slow one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

into=$PWD/artifacts/services
# Libraries that several programs use are compiled once.
shared=$PWD/artifacts/libraries
versions=$(cat Directory.Packages.props Directory.Build.props global.json | sha256sum)
if [ "$(cat "$shared/versions" 2> /dev/null)" != "$versions" ]; then
  # A library's file can be older than what was compiled of its predecessor, which would then be taken for current; and what
  # was compiled in another way is current by its time alone.
  rm -rf "$shared" "$into" services/*/obj/Release/net10.0/R2R gateway/*/obj/Release/net10.0/R2R
  mkdir -p "$shared"
  printf '%s\n' "$versions" > "$shared/versions"
fi

for project in {gateway/Portal.Gateway,web/Portal.Web}/*.csproj services/{Certificate,Compliance,Identity,Notification,Policy}/*.csproj; do
  name=$(basename "$project" .csproj)
  compiled=$(dirname "$project")/obj/Release/net10.0/R2R
  mkdir -p "$compiled"
  find "$shared" -name '*.dll' -exec cp -p -n -t "$compiled" {} +
  # What was compiled ahead is not compiled again while it runs: in the first renewals that was most of what was compiled.
  dotnet msbuild "$project" '-t:ResolveFrameworkReferences;GenerateBuildRuntimeConfigurationFiles;Publish' -v:quiet -nologo \
    -p:Configuration=Release -p:NoBuild=true -p:PublishDir="$into/$name/" \
    -p:TieredCompilation=false -p:ProjectRuntimeConfigFilePath="$PWD/$(dirname "$compiled")/published.runtimeconfig.json"
  find "$compiled" -name '*.dll' ! -name 'Portal.*' -exec cp -p -n -t "$shared" {} +
done
