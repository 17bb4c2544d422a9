using System.Net;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Waiting;

namespace Portal.Gateway.Tests.Sessions;

/// <summary>
/// Made-up references: they keep out nobody who is signed in at the same address, and don't flood Identity.
/// </summary>
public sealed class UnknownSessionTests
{
    private const string Path = "/api/v1/policies";

    private static readonly (string, string)[] FewGuesses =
    [
        ("Limits:unknown-session:Requests", "5"), ("Limits:unknown-session:Seconds", "600"),
    ];

    [Fact]
    public async Task Who_was_signed_in_here_stays_so_however_many_made_up_references_come_from_the_same_address()
    {
        await using var gateway = await RunningGateway.StartAsync(routes: null, FewGuesses);
        var reference = SignInForTokensThatAreNotKept(gateway);
        await gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));

        for (var guess = 0; guess < 20; guess++)
        {
            using var made = await GuessAsync(gateway);
            await RunningGateway.ProblemAsync(made, HttpStatusCode.Unauthorized, "session-ended");
            await gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));
        }
    }

    [Fact]
    public async Task Who_stepped_in_stays_so_too()
    {
        await using var gateway = await RunningGateway.StartAsync(routes: null, FewGuesses);
        var reference = SignInForTokensThatAreNotKept(gateway);
        var delegated = $"/as/{gateway.Identity.StepIn(reference, PortalClaims.ViewMode, Scopes.PoliciesRead)}{Path}";

        for (var guess = 0; guess < 20; guess++)
        {
            using var made = await GuessAsync(gateway);
            await gateway.EchoAsync(delegated, token: null, RunningGateway.Browser(reference));
        }
    }

    [Fact]
    public async Task Who_is_signed_in_and_was_never_seen_by_this_gateway_gets_a_turn_after_them()
    {
        await using var gateway = await RunningGateway.StartAsync(routes: null, FewGuesses);
        for (var guess = 0; guess < 20; guess++)
        {
            using var made = await GuessAsync(gateway);
        }

        await gateway.EchoAsync(
            Path, token: null, RunningGateway.Browser(gateway.Identity.SignIn(Scopes.PoliciesRead)));
    }

    [Fact]
    public async Task A_flood_from_one_address_reaches_Identity_one_by_one_and_what_does_not_fit_the_line_is_told_to_come_back()
    {
        await using var gateway = await RunningGateway.StartAsync(
            routes: null, ("Limits:unknown-session:Requests", "3"), (
                "Limits:unknown-session:Seconds", "600"), ("Limits:unknown-session:AtOnce", "2"));
        var known = SignInForTokensThatAreNotKept(gateway);
        await gateway.EchoAsync(Path, token: null, RunningGateway.Browser(known));
        var asked = gateway.Identity.Exchanges;
        var released = new TaskCompletionSource();
        gateway.Identity.Held = released.Task;

        // Two of those that the limit lets through, and one of those that stand in line.
        var flood = Task.WhenAll(Enumerable.Range(0, 300).Select(_ => GuessAsync(gateway)));
        await AskedAsync(gateway, asked + 3);
        var knownToo = gateway.EchoAsync(Path, token: null, RunningGateway.Browser(known));
        await AskedAsync(gateway, asked + 4);
        released.SetResult();
        await knownToo;

        var answers = await flood;
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        await RunningGateway.ProblemAsync(refused[0], HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.All(refused, answer => Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta));
        Assert.Equal(4, gateway.Identity.MostExchangesAtOnce);
    }

    [Fact]
    public async Task A_flood_from_many_addresses_leaves_Identity_room()
    {
        await using var gateway = await RunningGateway.StartAsync(
            routes: null,
            ("Limits:unknown-session:Requests", "1"), (
                "Limits:unknown-session:Seconds", "600"), ("Gateway:TrustedProxies", "127.0.0.1"));
        var released = new TaskCompletionSource();
        gateway.Identity.Held = released.Task;

        // 32 of those that the limit lets through, 8 of those that stand in line.
        var flood = Task.WhenAll(
            Enumerable.Range(0, 240).Select(
                number => GuessAsync(gateway, ("X-Forwarded-For", $"203.0.113.{number % 80}"))));
        await AskedAsync(gateway, 40);
        released.SetResult();
        await flood;

        Assert.Equal(40, gateway.Identity.MostExchangesAtOnce);
    }

    [Fact]
    public async Task A_reference_that_has_ended_is_a_stranger_again()
    {
        await using var gateway = await RunningGateway.StartAsync(
            routes: null, ("Limits:unknown-session:Requests", "1"), (
                "Limits:unknown-session:Seconds", "600"), ("Limits:unknown-session:AtOnce", "1"));
        var reference = SignInForTokensThatAreNotKept(gateway);
        await gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));
        gateway.Identity.EndSession(reference);
        using (var ended = await gateway.GetAsync(Path, token: null, RunningGateway.Browser(reference)))
        {
            await RunningGateway.ProblemAsync(ended, HttpStatusCode.Unauthorized, "session-ended");
        }

        gateway.Identity.Delay = TimeSpan.FromMilliseconds(200);
        var asked = gateway.Identity.Exchanges;
        var made = GuessAsync(gateway);
        await AskedAsync(gateway, asked + 1);
        using var again = await gateway.GetAsync(Path, token: null, RunningGateway.Browser(reference));
        using var first = await made;

        await RunningGateway.ProblemAsync(again, HttpStatusCode.Unauthorized, "session-ended");
        Assert.Equal(1, gateway.Identity.MostExchangesAtOnce);
    }

    [Fact]
    public async Task Who_has_just_signed_in_stands_in_no_line()
    {
        await using var gateway = await RunningGateway.StartAsync(
            routes: null, ("Limits:unknown-session:Requests", "1"), (
                "Limits:unknown-session:Seconds", "600"), ("Limits:unknown-session:AtOnce", "1"));
        var reference = gateway.Identity.SignIn(Scopes.PoliciesRead);
        gateway.Identity.Answer = http =>
        {
            http.Response.Headers.SetCookie = $"__Host-portal={reference}; path=/; secure; samesite=lax; httponly";
            return Task.CompletedTask;
        };
        using var signedIn = await gateway.SendAsync(
            HttpMethod.Post, "/api/v1/sign-in/code/check", token: null, content: null, (
                "Sec-Fetch-Site", "same-origin"));
        var released = new TaskCompletionSource();
        gateway.Identity.Held = released.Task;

        // One guess that the limit lets through, one that stands in line, and who signed in.
        var flood = Enumerable.Range(0, 3).Select(_ => GuessAsync(gateway)).ToList();
        await AskedAsync(gateway, 2);
        var signedInToo = gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));
        await AskedAsync(gateway, 3);
        released.SetResult();

        await signedInToo;
        await Task.WhenAll(flood);
    }

    // Identity is asked anew for each request, as it is for everybody a minute later.
    private static string SignInForTokensThatAreNotKept(RunningGateway gateway)
    {
        gateway.Identity.LifetimeSeconds = 10;
        return gateway.Identity.SignIn(Scopes.PoliciesRead);
    }

    private static Task<int> AskedAsync(RunningGateway gateway, int times) => Eventually.GetAsync(
        () => gateway.Identity.Exchanges, exchanges => exchanges == times, TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> GuessAsync(RunningGateway gateway, params (string, string)[] headers) =>
        gateway.GetAsync(Path, token: null, [.. RunningGateway.Browser(FakeIdentity.NewReference()), .. headers]);
}
