#!/usr/bin/env bash
# CsvHelper 33.0.1 writes a field that holds a line feed without quotes when rows end with CRLF, as RFC 4180 has it.
#
# Its default rule for quoting looks for the separator, the quote, blanks at the ends and the configured NewLine as a whole.
# With NewLine "\r\n" a field with a bare line feed, as every text box of a browser on Linux or a database may hold it, has
# none of these, and is written as it is. The library's own reader then finds two rows in it, and so does every spreadsheet:
# the second line of a description begins a row. With the default NewLine the same field is quoted on every platform where
# the default is a line feed, so that a test may pass for years. `ShouldQuote = _ => true` quotes it.
#
# Needs the .NET SDK 10. Ends with 0 as long as the library behaves so, and with 1 when it no longer does.
# Expected output:
#   CsvHelper 33.0.1
#   one row written, NewLine CRLF:                2 rows read, first cells: "Acme", "second line"
#   one row written, NewLine LF:                  1 row read, first cells: "Acme"
#   one row written, NewLine CRLF, all quoted:    1 row read, first cells: "Acme"
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
    <PackageReference Include="CsvHelper" Version="[33.0.1]" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;

var version = typeof(CsvWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
Console.WriteLine($"CsvHelper {version.Split('+')[0]}");
bool[] asFound =
[
    Tell("one row written, NewLine CRLF:", new(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, "2 rows read, first cells: \"Acme\", \"second line\""),
    Tell("one row written, NewLine LF:", new(CultureInfo.InvariantCulture) { NewLine = "\n" }, "1 row read, first cells: \"Acme\""),
    Tell("one row written, NewLine CRLF, all quoted:", new(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = _ => true }, "1 row read, first cells: \"Acme\""),
];
return asFound.All(one => one) ? 0 : 1;

static bool Tell(string label, CsvConfiguration configuration, string found)
{
    var written = new StringWriter();
    using (var writer = new CsvWriter(written, configuration))
    {
        writer.WriteField("Acme");
        writer.WriteField("first line\nsecond line");
        writer.NextRecord();
    }

    var cells = new List<string>();
    using (var reader = new CsvParser(new StringReader(written.ToString()), new CsvConfiguration(CultureInfo.InvariantCulture)))
    {
        while (reader.Read())
        {
            cells.Add(reader[0]);
        }
    }

    var seen = $"{cells.Count} {(cells.Count == 1 ? "row" : "rows")} read, first cells: {string.Join(", ", cells.Select(cell => $"\"{cell}\""))}";
    Console.WriteLine($"{label,-45} {seen}{(seen == found ? "" : $" (found before: {found})")}");
    return seen == found;
}
PROGRAM
dotnet run --nologo
