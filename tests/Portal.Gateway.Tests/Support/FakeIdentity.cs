using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Gateway.Tests.Support;

/// <summary>
/// Stands where Identity stands: its keys, its token endpoint with sessions and delegations, and its revocations.
/// </summary>
internal sealed class FakeIdentity : IAsyncDisposable
{
    private const string SessionType = "urn:portal:params:oauth:token-type:session";
    private const string DelegationType = "urn:portal:params:oauth:token-type:delegation";

    private readonly ConcurrentDictionary<string, JsonObject> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, (string Reference, JsonObject Claims)> _delegations = new();
    private readonly ConcurrentQueue<(
        string Kind, string Key, DateTimeOffset At, DateTimeOffset Until)> _revocations = new();
    private Destination _app = null!;
    private int _exchanges;
    private int _exchanging;
    private int _mostAtOnce;

    private FakeIdentity(TestIssuer issuer) => Issuer = issuer;

    public TestIssuer Issuer { get; }

    public string Address => _app.Address;

    /// <summary>Requests that came by a route of the gateway.</summary>
    public int Requests => _app.Requests;

    public RequestDelegate Answer { set => _app.Answer = value; }

    /// <summary>How often a session or a delegation was exchanged.</summary>
    public int Exchanges => _exchanges;

    /// <summary>Most exchanges that were under way together.</summary>
    public int MostExchangesAtOnce => _mostAtOnce;

    /// <summary>Whether it answers 503 to everything.</summary>
    public bool Down { get; set; }

    /// <summary>Whether it does not tell what was revoked.</summary>
    public bool RevocationsDown { get; set; }

    /// <summary>Answer to every exchange instead of the right one.</summary>
    public Func<IResult>? Exchange { get; set; }

    /// <summary>How long an exchange takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What exchanges wait for.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    public int LifetimeSeconds { get; set; } = 300;

    public ConcurrentQueue<string> Since { get; } = new();

    public static async Task<FakeIdentity> StartAsync()
    {
        var identity = new FakeIdentity(await TestIssuer.StartAsync());
        identity._app = await Destination.StartAsync(identity.Map);
        return identity;
    }

    /// <summary>A reference that is nobody's yet.</summary>
    public static string NewReference() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Somebody signs in; gives back the reference that the cookie carries.</summary>
    public string SignIn(params string[] scopes)
    {
        var reference = NewReference();
        var claims = TestIssuer.Claims(string.Join(' ', scopes));
        claims["sub"] = Guid.NewGuid().ToString();
        claims["client_id"] = "svc-gateway";
        claims["sid"] = Guid.NewGuid().ToString();
        _sessions[reference] = claims;
        return reference;
    }

    /// <summary>Who signed in steps into a client's account; gives back the delegation.</summary>
    public Guid StepIn(string reference, string mode, params string[] scopes)
    {
        var session = _sessions[reference];
        var delegation = Guid.CreateVersion7();
        var claims = TestIssuer.Claims(string.Join(' ', scopes));
        var account = Guid.NewGuid().ToString();
        claims["sub"] = account;
        claims["account"] = account;
        claims["client_id"] = "svc-gateway";
        claims["sid"] = session["sid"]!.GetValue<string>();
        claims["mode"] = mode;
        claims["act"] = new JsonObject { ["sub"] = session["sub"]!.GetValue<string>(), ["name"] = "Avery Broker" };
        claims["delegation"] = delegation.ToString();
        _delegations[delegation] = (reference, claims);
        return delegation;
    }

    /// <summary>
    /// Makes a delegation one for the same client as another, as when the same person steps in a second time.
    /// </summary>
    public void LetSpeakFor(Guid delegation, Guid other)
    {
        foreach (var claim in (string[])["sub", "account"])
        {
            _delegations[delegation].Claims[claim] = _delegations[other].Claims[claim]!.DeepClone();
        }
    }

    public string SessionIdOf(string reference) => _sessions[reference]["sid"]!.GetValue<string>();

    public void EndSession(string reference)
    {
        _sessions.TryRemove(reference, out var claims);
        Revoke("session", claims!["sid"]!.GetValue<string>());
    }

    public void EndDelegation(Guid delegation)
    {
        _delegations.TryRemove(delegation, out _);
        Revoke("delegation", delegation.ToString());
    }

    public void Revoke(
        string kind, string key, DateTimeOffset? at = null, DateTimeOffset? until = null) => _revocations.Enqueue(
        (kind, key, at ?? DateTimeOffset.UtcNow, until ?? DateTimeOffset.UtcNow.AddMinutes(15)));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    private void Map(WebApplication app)
    {
        app.Use((http, next) =>
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Down ? Task.CompletedTask : RunAsync(http, next);
        });
        app.UseRouting();
        app.MapGet(
            "/.well-known/jwks.json",
            () => Results.Json(new JsonWebKeySet([.. Issuer.Keys.Select(key => key.Public)])));
        app.MapPost("/connect/token", TokenAsync);
        app.MapGet("/internal/v1/revocations", Revocations);
        app.UseEndpoints(_ => { });
    }

    private static Task RunAsync(HttpContext http, Func<Task> next)
    {
        http.Response.StatusCode = StatusCodes.Status200OK;
        return next();
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "urn:ietf:params:oauth:grant-type:token-exchange")
        {
            return Answered(Issuer.ServiceToken(form["scope"].ToString()), 900);
        }

        Interlocked.Increment(ref _exchanges);
        Note(Interlocked.Increment(ref _exchanging));
        await Held;
        await Task.Delay(Delay);
        Interlocked.Decrement(ref _exchanging);
        if (Exchange?.Invoke() is { } instead)
        {
            return instead;
        }

        return request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.Ordinal)
            && ClaimsOf(form) is { } claims
            ? Answered(Issued(claims), LifetimeSeconds)
            : Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
    }

    private void Note(int atOnce)
    {
        for (var most = _mostAtOnce; most < atOnce; most = _mostAtOnce)
        {
            Interlocked.CompareExchange(ref _mostAtOnce, atOnce, most);
        }
    }

    private JsonObject? ClaimsOf(IFormCollection form)
    {
        var reference = form[form["subject_token_type"] == DelegationType ? "actor_token" : "subject_token"].ToString();
        var session = _sessions.GetValueOrDefault(reference);
        if (form["subject_token_type"] == SessionType)
        {
            return session;
        }

        return session is not null && form["actor_token_type"] == SessionType
            && Guid.TryParse(form["subject_token"], out var id)
            && _delegations.TryGetValue(id, out var delegation) && delegation.Reference == reference
                ? delegation.Claims
                : null;
    }

    private string Issued(JsonObject claims)
    {
        var issued = claims.DeepClone().AsObject();
        issued["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return Issuer.Token(issued);
    }

    private static IResult Answered(string token, int lifetime) =>
        Results.Json(new { access_token = token, token_type = "Bearer", expires_in = lifetime });

    private IResult Revocations(HttpRequest request)
    {
        if (RevocationsDown)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        Since.Enqueue(request.Query["since"].ToString());
        var from = DateTimeOffset.TryParse(request.Query["since"], out var since) ? since : DateTimeOffset.MinValue;
        var items = _revocations.Where(one => one.At >= from)
            .Select(one => new { kind = one.Kind, key = one.Key, at = one.At, until = one.Until });
        return Results.Json(new { now = DateTimeOffset.UtcNow, items });
    }
}
