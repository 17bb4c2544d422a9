using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Benchmarks.Tokens;

namespace Portal.Benchmarks.SigningIn;

/// <summary>
/// Whole sign-ins by e-mail code, each by a person and from a place of its own: the address, then the code. What the
/// mail takes is left out: the code is read off the bus by a consumer that has the shared key.
/// </summary>
internal static class SignInBenchmark
{
    private const int WarmUp = 60;
    private const int Measured = 160;

    private static readonly int[] SideBySide = [1, 4, 16];

    /// <summary>
    /// Prints one line of JSON for each number of people side by side: latencies of each request and of both together.
    /// </summary>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var identity = await BareIdentity.StartAsync(
            WarmUp + (Measured * SideBySide.Length), cancellationToken);
        await SignInAsync(identity, 0, WarmUp, SideBySide[^1], cancellationToken);
        var first = WarmUp;
        foreach (var sideBySide in SideBySide)
        {
            var start = Stopwatch.GetTimestamp();
            var taken = await SignInAsync(identity, first, Measured, sideBySide, cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            first += Measured;
            await output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                benchmark = "sign-in",
                sideBySide,
                address = new Latencies(taken.Select(one => one.Address), seconds).Rounded(),
                code = new Latencies(taken.Select(one => one.Code), seconds).Rounded(),
                whole = new Latencies(taken.Select(one => one.Address + one.Code), seconds).Rounded(),
            }));
        }
    }

    private static async Task<IReadOnlyCollection<(double Address, double Code)>> SignInAsync(
        BareIdentity identity, int first, int people, int sideBySide, CancellationToken cancellationToken)
    {
        var taken = new ConcurrentBag<(double, double)>();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, people),
            new ParallelOptions { MaxDegreeOfParallelism = sideBySide, CancellationToken = cancellationToken },
            async (person, token) => taken.Add(await SignInAsync(identity, person, token)));
        return taken;
    }

    private static async Task<(double Address, double Code)> SignInAsync(
        BareIdentity identity, int person, CancellationToken cancellationToken)
    {
        var email = BareIdentity.EmailOf(person);
        var (address, cookie) = await SendAsync(
            identity, person, "/api/v1/sign-in", new
            {
                agency = BareIdentity.Slug,
                audience = "client",
                email,
            }, cookie: null, cancellationToken);
        var code = await identity.CodeOfAsync(email, cancellationToken);
        var (check, _) = await SendAsync(
            identity, person, "/api/v1/sign-in/code/check", new { code }, cookie, cancellationToken);
        return (address, check);
    }

    private static async Task<(double Milliseconds, string? Cookie)> SendAsync(
        BareIdentity identity, int person, string path, object body, string? cookie,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add(
            "X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.0.{person / 256}.{person % 256}"));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        var start = Stopwatch.GetTimestamp();
        using var response = await identity.Client.SendAsync(request, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        response.EnsureSuccessStatusCode();
        return (milliseconds, response.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
    }
}
