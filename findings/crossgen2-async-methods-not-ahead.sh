#!/usr/bin/env bash
# A program published ReadyToRun (crossgen2 10.0.12) still compiles its asynchronous methods' plumbing while it runs.
#
# Each async method of the program takes the core library's generics over its own state machine: AsyncTaskMethodBuilder.Start,
# AwaitUnsafeOnCompleted and the machine's box with its constructor, MoveNext and context. They are instantiated over a type of
# the program, yet their code is the core library's, which is a version bubble of its own: crossgen2 leaves them out. A program
# with thirty async methods, all compiled ahead, compiles eight more for each at its first call. With
# --opt-cross-module:System.Private.CoreLib and --non-local-generics-module:* (in PublishReadyToRunCrossgen2ExtraArgs) half of
# them go into the program's image, guarded by a comparison of the core library's code at run time.
#
# Needs the .NET SDK 10 on x64 Linux; restores crossgen2 10.0.12. Ends with 0 as long as it is so, with 1 when it no longer is.
# Seen with runtime 10.0.12 (checked is that the first is 200 or more, and the second at most six tenths of it):
#   crossgen2 10.0.12, 30 async methods, each awaited once
#   published ReadyToRun:             methods compiled while they ran: 247
#   with the core library's generics: methods compiled while they ran: 120
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
    <SelfContained>false</SelfContained>
    <PublishReadyToRun>true</PublishReadyToRun>
  </PropertyGroup>
  <ItemGroup>
    <KnownCrossgen2Pack Update="Microsoft.NETCore.App.Crossgen2" Crossgen2PackVersion="10.0.12" />
  </ItemGroup>
</Project>
PROJECT
{
  echo 'using System.Runtime; using System.Threading.Tasks;'
  # What the first of all async methods brings along is not counted.
  echo 'await Work.First(); var before = JitInfo.GetCompiledMethodCount(currentThread: false);'
  for number in $(seq 1 30); do echo "await Work.Number$number();"; done
  echo 'System.Console.WriteLine(JitInfo.GetCompiledMethodCount(currentThread: false) - before);'
  echo 'static class Work { public static async Task First() => await Task.Yield();'
  for number in $(seq 1 30); do echo "public static async Task Number$number() => await Task.Yield();"; done
  echo '}'
} > Program.cs

count() {
  dotnet publish -c Release -o "$1" --nologo -v quiet "${@:2}" >&2
  DOTNET_TieredCompilation=0 "./$1/finding"
  rm -rf obj bin
}

plain=$(count plain)
cross=$(count cross '-p:PublishReadyToRunCrossgen2ExtraArgs="--opt-cross-module:System.Private.CoreLib;--non-local-generics-module:*"')
echo "crossgen2 10.0.12, 30 async methods, each awaited once"
echo "published ReadyToRun:             methods compiled while they ran: $plain"
echo "with the core library's generics: methods compiled while they ran: $cross"
[ "$plain" -ge 200 ] && [ "$cross" -le $((plain * 6 / 10)) ]
