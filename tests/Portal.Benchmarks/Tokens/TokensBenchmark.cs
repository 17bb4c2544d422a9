using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Portal.Testing.Running;

namespace Portal.Benchmarks.Tokens;

/// <summary>
/// Tokens by client_secret_basic on the whole system: from Identity itself as many as it gives, and through the gateway
/// as many as its limit lets one client have.
/// </summary>
internal static class TokensBenchmark
{
    private const int Connections = 16;
    private const int ThroughGateway = 300;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    /// <summary>Prints one line of JSON: requests a second and latencies.</summary>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var portal = await RunningPortal.StartAsync(new PortalStart(), cancellationToken);
        using var identity = Client(portal, portal.AddressOf("identity"));
        await AskAsync(identity, WarmUp, int.MaxValue, cancellationToken);
        var direct = await AskAsync(identity, Measured, int.MaxValue, cancellationToken);
        using var gateway = Client(portal, portal.AddressOf("gateway"));
        var throughGateway = await AskAsync(gateway, TimeSpan.MaxValue, ThroughGateway, cancellationToken);
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            benchmark = "tokens",
            connections = Connections,
            identity = direct.Rounded(),
            gateway = throughGateway.Rounded(),
        }));
    }

    private static HttpClient Client(RunningPortal portal, Uri address)
    {
        var pair = $"{Uri.EscapeDataString(portal.Credentials.Id)}:{Uri.EscapeDataString(portal.Credentials.Secret)}";
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        return client;
    }

    private static async Task<Latencies> AskAsync(
        HttpClient client, TimeSpan duration, int most, CancellationToken cancellationToken)
    {
        var taken = new ConcurrentBag<double>();
        var left = most;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(start) < duration && Interlocked.Decrement(ref left) >= 0)
            {
                var asked = Stopwatch.GetTimestamp();
                using var form = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]);
                using var response = await client.PostAsync("/connect/token", form, cancellationToken);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
                taken.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }));
        return new Latencies(taken, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
