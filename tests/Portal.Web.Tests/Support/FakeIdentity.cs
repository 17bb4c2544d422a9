using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Web.Tests.Support;

/// <summary>
/// Stands where Identity stands: its keys, its sign-in and its sessions, as far as the pages ask for them.
/// </summary>
internal sealed partial class FakeIdentity : IAsyncDisposable
{
    public const string RightCode = "48210937";
    public const string RightTotp = "314159";
    public const string SessionCookie = "__Host-portal";

    private const string SignInCookie = "__Host-portal-sign-in";

    private readonly WebApplication _app;
    private readonly FakePasskeyApi _passkeys = new();
    private readonly TestKey _key = new();
    private readonly ConcurrentDictionary<string, FakeSignIn> _signIns = new();

    private FakeIdentity(FakeClients clients)
    {
        Clients = new FakeClientsApi(clients);
        Proposals = new FakeContactProposalsApi(Clients);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use(async (http, next) =>
        {
            Requests.Add(
                (
                    http.Request.Method,
                    http.Request.Path,
                    http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
            if (!Clients.IsFresh && SecondFactorFreshness.Closes(http.Request))
            {
                await SecondFactorFreshness.Problem().ExecuteAsync(http);
                return;
            }

            await next(http);
        });
        _app.MapGet("/.well-known/jwks.json", () => Results.Json(new JsonWebKeySet([_key.Public])));
        MapSignIn();
        MapSession();
        Clients.Map(_app);
        Proposals.Map(_app);
        Account.Map(_app);
        Agency.Map(_app);
        _passkeys.Map(_app, http => Find(http)!.Person, () => Clients.IsFresh, () => Clients.IsFresh = true);
    }

    public Dictionary<string, FakePerson> People { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ada@acme.example"] = new("Ada Okafor", "insured") { HasMobile = true, Accounts = ["Acme Roofing LLC"] },
        ["one@acme.example"] = new("One Mailbox", "insured") { Accounts = ["Acme Roofing LLC"] },
        ["two@acme.example"] = new("Ben Two", "insured")
        {
            Accounts =
            [
                "Acme Roofing LLC", "شركة النور للمقاولات",
                "The Northeastern Consolidated Mechanical, Electrical & Plumbing Contractors' Cooperative",
            ],
        },
        ["google@gmail.example"] = new("Gina Google", "insured") { UsesGoogle = true, Accounts = ["Acme Roofing LLC"] },
        ["closed@gmail.example"] = new("Gil Google", "insured")
        {
            UsesGoogle = true,
            IsGoogleClosed = true,
            Accounts = ["Acme Roofing LLC"],
        },
        ["sam@harborlight.example"] = new("Sam Broker", "agent"),
        ["asa@harborlight.example"] = new("Asa Assistant", "assistant"),
        ["ida@harborlight.example"] = new("Ida Admin", "admin"),
        ["zelma@bakery.example"] = new("Zelma", "insured") { Accounts = [FakeClients.Empty] },
        ["nour@alnour.example"] = new("نور", "insured") { Accounts = [FakeClients.Arabic] },
        ["new@harborlight.example"] = new("Nia New", "admin") { IsEnrolled = false },
    };

    /// <summary>Sessions by the reference in the browser's cookie.</summary>
    public ConcurrentDictionary<string, FakeSession> Sessions { get; } = new();

    /// <summary>What was asked, and with which headers.</summary>
    public ConcurrentBag<(string Method, string Path, Dictionary<string, string> Headers)> Requests { get; } = [];

    /// <summary>Its clients, and stepping into their accounts.</summary>
    public FakeClientsApi Clients { get; }

    /// <summary>Other contacts that imports name for its clients.</summary>
    public FakeContactProposalsApi Proposals { get; }

    /// <summary>What a client sees and decides of its account.</summary>
    public FakeAccountApi Account { get; } = new();

    /// <summary>Settings, people and partner clients.</summary>
    public FakeAgencyApi Agency { get; } = new();

    public bool ClientCenter { get; set; } = true;

    /// <summary>Until when no codes are sent, because too many were; else null.</summary>
    public DateTimeOffset? SpentUntil { get; set; }

    public string Address => _app.Urls.Single();

    public static async Task<FakeIdentity> StartAsync(FakeClients clients)
    {
        var identity = new FakeIdentity(clients);
        await identity._app.StartAsync();
        return identity;
    }

    /// <summary>Signs a token with these claims.</summary>
    public string Token(JsonObject claims)
    {
        claims["iss"] = TestIssuer.Name;
        return _key.Sign(_key.Header().ToJsonString(), claims.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private void MapSession()
    {
        _app.MapGet("/api/v1/session", (HttpContext http) => Find(http) is { } session
            ? Results.Json(session.ToJson(Agency.Accent))
            : Problem(401, "session-ended", "The session has ended; sign in again."));
        _app.MapPost("/api/v1/session/client", (AccountBody body, HttpContext http) =>
        {
            Find(http)!.Account = body.ClientId;
            return Results.NoContent();
        });
        _app.MapDelete("/api/v1/session", (HttpContext http) =>
        {
            foreach (var (reference, _) in Sessions.Where(pair => pair.Value == Find(http)))
            {
                Sessions.TryRemove(reference, out _);
            }

            http.Response.Headers.Append(
                "Set-Cookie", $"{SessionCookie}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
            http.Response.Headers.Append("Set-Cookie", "tracking=1; Path=/");
            return Results.NoContent();
        });
        _app.MapDelete("/api/v1/delegations/{id:guid}", (Guid id) => Results.NoContent());
    }

    private FakeSession? Find(HttpContext http) =>
        Sessions.Values.FirstOrDefault(
            session => http.Request.Headers.Authorization.ToString().EndsWith(
                session.LastToken ?? "?", StringComparison.Ordinal));

    private IResult Finish(HttpContext http, FakeSignIn signIn, Guid? account = null)
    {
        if (signIn.Step == "done")
        {
            var reference = Guid.NewGuid().ToString("N");
            Sessions[reference] = new FakeSession(
                signIn.Person, signIn.AccountIds, account ?? signIn.AccountIds.FirstOrDefault());
            SetCookie(http, SessionCookie, reference);
        }

        return Results.Json(signIn.ToJson());
    }

    private FakeSignIn? Find(string? reference) =>
        reference is not null && _signIns.TryGetValue(reference, out var signIn) ? signIn : null;

    private IResult WithSignIn(
        HttpContext http, Func<FakeSignIn, IResult> answer) => Find(http.Request.Cookies[SignInCookie]) is { } signIn
        ? answer(signIn)
        : Problem(409, "sign-in-over", "This sign-in has ended; begin again.");

    private static void SetCookie(HttpContext http, string name, string value) =>
        http.Response.Headers.Append("Set-Cookie", $"{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax");

    private static IResult Problem(
        int status, string code, string detail, params (string Key, object? Value)[] more) => Results.Problem(
        detail, statusCode: status, extensions: new Dictionary<string, object?>(
            [new("code", code), .. more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))]));

    internal sealed record StartBody(string Agency, string Audience, string Email, string? ReturnTo);

    internal sealed record SendBody(string Destination);

    internal sealed record CodeBody(string Code);

    internal sealed record AgencyBody(string Agency);

    internal sealed record PasskeyBody(PasskeyCredential Credential, string? ReturnTo);

    internal sealed record AccountBody(Guid ClientId);
}
