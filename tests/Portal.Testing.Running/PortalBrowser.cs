using System.Net;
using System.Net.Http.Json;
using Portal.Testing.Mail;
using Portal.Testing.Running.Answers;

namespace Portal.Testing.Running;

/// <summary>
/// The portal as a person's browser uses it: cookies of its own, and the headers that a page of the portal sends.
/// Cookies are kept by hand, since the framework's container sends Secure ones over TLS alone, where browsers trust
/// localhost too.
/// </summary>
public sealed class PortalBrowser : IDisposable
{
    /// <summary>Name of the session's cookie.</summary>
    public const string SessionCookie = "__Host-portal";

    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies;

    /// <summary>A browser that was never here.</summary>
    public PortalBrowser(Uri gateway)
        : this(gateway, [])
    {
    }

    private PortalBrowser(Uri gateway, Dictionary<string, string> cookies)
    {
        _cookies = cookies;
        _http = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        { BaseAddress = gateway };
    }

    /// <summary>Name of the cookies that it has.</summary>
    public IReadOnlyCollection<string> Cookies => _cookies.Keys;

    /// <summary>
    /// The reference of its session, which changes whenever its rights do; a window of a real browser carries it on.
    /// </summary>
    public string Session
    {
        get => _cookies[SessionCookie];
        set => _cookies[SessionCookie] = value;
    }

    /// <summary>Another with the same cookies, as whoever stole them has.</summary>
    public PortalBrowser Copy() =>
        new(_http.BaseAddress!, new Dictionary<string, string>(_cookies, StringComparer.Ordinal));

    public Task<PortalAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, body: null, cancellationToken);

    public Task<PortalAnswer> PostAsync(string path, object? body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body, cancellationToken);

    /// <summary>Sends what a page of the portal itself, or of another site, asks for.</summary>
    public async Task<PortalAnswer> SendAsync(
        HttpMethod method, string path, object? body, CancellationToken cancellationToken, string site = "same-origin")
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.UserAgent.ParseAdd("Firefox/140");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add(
            "Origin",
            site == "same-origin" ? _http.BaseAddress!.GetLeftPart(UriPartial.Authority) : "https://elsewhere.example");
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(one => $"{one.Key}={one.Value}")));
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        Keep(response);
        return await PortalAnswer.OfAsync(response, cancellationToken);
    }

    /// <summary>Types in an address and the code that its mail brings; answers where the sign-in stands then.</summary>
    public async Task<SignInAnswer> SignInAsync(
        string audience, string email, SmtpSink mail, CancellationToken cancellationToken)
    {
        var started = await PostAsync(
            "/api/v1/sign-in", new { agency = DemoBook.Agency, audience, email }, cancellationToken);
        if (started.Expect<SignInAnswer>(HttpStatusCode.OK).Step == "choose_destination")
        {
            (await PostAsync("/api/v1/sign-in/code", new { destination = "email" }, cancellationToken))
                .Expect(HttpStatusCode.OK);
        }

        var sent = await mail.TakeAsync(email, one => one.Code is not null, cancellationToken);
        var checkedCode = await PostAsync("/api/v1/sign-in/code/check", new { code = sent.Code }, cancellationToken);
        return checkedCode.Expect<SignInAnswer>(HttpStatusCode.OK);
    }

    /// <summary>
    /// Staff who sign in for the first time set up an authenticator app and prove it, which ends the sign-in.
    /// </summary>
    public async Task<AuthenticatorApp> EnrollAsync(CancellationToken cancellationToken)
    {
        var enrollment = await PostAsync("/api/v1/sign-in/second-factor/enrollment", body: null, cancellationToken);
        var app = new AuthenticatorApp(enrollment.Expect<EnrollmentAnswer>(HttpStatusCode.OK).Secret);
        var code = app.PasswordAt(DateTimeOffset.UtcNow);
        (await PostAsync("/api/v1/sign-in/second-factor", new { code }, cancellationToken)).Expect(HttpStatusCode.OK);
        return app;
    }

    public void Dispose() => _http.Dispose();

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            return;
        }

        foreach (var cookie in cookies)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                _cookies.Remove(pair[0]);
            }
            else
            {
                _cookies[pair[0]] = pair[1];
            }
        }
    }
}
