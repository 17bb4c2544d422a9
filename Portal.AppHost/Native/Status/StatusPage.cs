using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.AppHost.Native.Status;

/// <summary>The page for people.</summary>
internal static class StatusPage
{
    private const string Head = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>Portal status</title>
        <style>
        body{font:15px/1.4 system-ui,sans-serif;margin:2rem;color:#1d2530;background:#fff}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .7rem;border-bottom:1px solid #d8dee6;vertical-align:top}
        td.n{text-align:right;font-variant-numeric:tabular-nums}.Healthy{color:#0a6b35}.Unhealthy{color:#a3200d}
        pre{margin:0;max-height:14rem;overflow:auto;font-size:12px;background:#f4f6f9;padding:.5rem}caption{text-align:left;padding:.5rem 0;color:#4a5666}
        </style></head><body><h1>Portal status</h1>
        """;

    public static string Render(StatusDocument document)
    {
        var page = new StringBuilder(Head);
        page.Append(CultureInfo.InvariantCulture, $"<table><caption>As of {document.AsOf:u}; the same as <a href=\"/status.json\">JSON</a>.</caption>");
        page.Append("<thead><tr>");
        foreach (var title in new[] { "Resource", "State", "Health", "Process", "Memory (peak), MB", "Restarts", "Endpoints", "Log" })
        {
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{title}</th>");
        }

        page.Append("</tr></thead><tbody>");
        foreach (var resource in document.Resources)
        {
            if (resource.Replicas.Count == 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"<tr>{Cell(resource.Name)}{Cell(resource.State)}{Health(resource.Health)}<td colspan=\"5\"></td></tr>");
            }

            foreach (var replica in resource.Replicas)
            {
                Append(page, replica);
            }
        }

        return page.Append("</tbody></table></body></html>").ToString();
    }

    private static void Append(StringBuilder page, StatusDocument.ReplicaStatus replica)
    {
        var memory = $"{Megabytes(replica.MemoryBytes)} ({Megabytes(replica.PeakMemoryBytes)})";
        page.Append(CultureInfo.InvariantCulture, $"<tr>{Cell(replica.Name)}{Cell(replica.State)}{Health(replica.Health)}");
        page.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{replica.ProcessId}</td><td class=\"n\">{memory}</td><td class=\"n\">{replica.Restarts}</td><td>");
        foreach (var endpoint in replica.Endpoints)
        {
            page.Append(endpoint.StartsWith("http", StringComparison.Ordinal) ? $"<a href=\"{Text(endpoint)}\">{Text(endpoint)}</a><br>" : $"{Text(endpoint)}<br>");
        }

        page.Append(CultureInfo.InvariantCulture, $"</td><td><a href=\"/logs/{Text(replica.Name)}\">all</a><details><summary>last lines</summary>");
        page.Append(CultureInfo.InvariantCulture, $"<pre>{Text(string.Join('\n', replica.Log))}</pre></details></td></tr>");
    }

    private static string Cell(string text) => $"<td>{Text(text)}</td>";

    private static string Health(HealthStatus? health) => $"<td class=\"{health}\">{health}</td>";

    private static string Megabytes(long bytes) => (bytes / 1_048_576).ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
