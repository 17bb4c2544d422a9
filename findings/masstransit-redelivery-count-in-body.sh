#!/usr/bin/env bash
# MassTransit 8.5.12 counts redeliveries in the headers of the envelope, inside the message's body.
#
# A message that failed and was redelivered has MT-Redelivery-Count in its body. Whoever moves a dead letter back to its queue, as
# RabbitMQ's shovel and management pages do, can take headers of the transport away and still moves that count along: the
# message is tried without the redeliveries that it had the first time, and is a dead letter again at once. To begin anew, the
# count has to be taken out of the body's "headers" too.
#
# Needs the .NET SDK 10, and no broker: the transport in memory writes the same envelope. Ends with 0 as long as the library
# behaves so, and with 1 when it no longer does.
# Expected output:
#   MassTransit 8.5.12
#   first delivery:  no count in the body
#   redelivered:     count in the body
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > finding.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="MassTransit" Version="[8.5.12]" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.Reflection;
using System.Threading.Channels;
using MassTransit;

var bodies = Channel.CreateUnbounded<string>();
var bus = Bus.Factory.CreateUsingInMemory(memory => memory.ReceiveEndpoint("work", endpoint =>
{
    endpoint.UseDelayedRedelivery(retry => retry.Intervals(TimeSpan.FromMilliseconds(50)));
    endpoint.Handler<Findings.Order>(context =>
    {
        bodies.Writer.TryWrite(context.ReceiveContext.Body.GetString());
        throw new InvalidOperationException("It fails every time.");
    });
}));
await bus.StartAsync();
await bus.Publish(new Findings.Order());
using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
bool first = Counts(await bodies.Reader.ReadAsync(patience.Token)), second = Counts(await bodies.Reader.ReadAsync(patience.Token));
await bus.StopAsync();
var version = typeof(Bus).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
Console.WriteLine($"MassTransit {version.Split('+')[0]}");
Console.WriteLine($"first delivery:  {(first ? "count" : "no count")} in the body");
Console.WriteLine($"redelivered:     {(second ? "count" : "no count")} in the body");
return !first && second ? 0 : 1;

static bool Counts(string body) => body.Contains("MT-Redelivery-Count", StringComparison.Ordinal);

namespace Findings
{
    public sealed record Order;
}
PROGRAM
dotnet run --nologo
