using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Portal.Web.Tests.Support;

/// <summary>What Identity tells a client of its own account: consent, the trail and where it is signed in.</summary>
internal sealed class FakeAccountApi
{
    /// <summary>Whether the client lets the agency in.</summary>
    public bool Given { get; set; } = true;

    /// <summary>When the agency asked to be let in.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>Sessions that were ended, Guid.Empty for all of them.</summary>
    public List<Guid> Ended { get; } = [];

    /// <summary>The session beside the one that asks.</summary>
    public Guid OtherSession { get; } = Guid.CreateVersion7();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/consent", Consent);
        routes.MapPut("/api/v1/consent", (ConsentBody body) =>
        {
            Given = body.Given;
            return Consent();
        });
        routes.MapGet("/api/v1/audit", () => FakeServices.PageOf(
            [
                Entry("delegation.ended", "done", null),
                Entry("policy.RenewPolicy", "done", "GL-2026-88231, Dec 1, 2026 – Dec 1, 2027"),
                Entry("policy.WeighAnchor", "refused", null),
                Entry("delegation.started", "done", "Renewal 2026"),
            ],
            cursor: null));
        routes.MapGet("/api/v1/sessions", () => FakeServices.PageOf(
            [
                Session(
                    Guid.CreateVersion7(),
                    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 "
                    + "Safari/537.36",
                    current: true),
                Session(
                    OtherSession,
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 "
                    + "Mobile/15E148 Safari/604.1",
                    current: false),
                Session(Guid.CreateVersion7(), null, current: false),
            ],
            cursor: null));
        routes.MapDelete("/api/v1/sessions/{id:guid}", (Guid id) =>
        {
            Ended.Add(id);
            return Results.NoContent();
        });
        routes.MapDelete("/api/v1/sessions", (HttpContext http) =>
        {
            Ended.Add(Guid.Empty);
            http.Response.Headers.Append(
                "Set-Cookie", $"{FakeIdentity.SessionCookie}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
            return Results.NoContent();
        });
    }

    private IResult Consent() => Results.Json(new
    {
        given = Given,
        changedAt = DateTimeOffset.UtcNow.AddDays(-90),
        changedBy = "Ada Okafor",
        askedAt = AskedAt,
    });

    private static object Entry(string action, string outcome, string? detail) => new
    {
        number = 12,
        recordedAt = DateTimeOffset.UtcNow.AddMinutes(-3),
        action,
        outcome,
        detail,
        actor = new { name = "Sam Broker", role = "agent" },
    };

    private static object Session(Guid id, string? browser, bool current) => new
    {
        id,
        browser,
        ipAddress = "203.0.113.7",
        startedAt = DateTimeOffset.UtcNow.AddHours(-3),
        lastSeenAt = DateTimeOffset.UtcNow.AddMinutes(-1),
        expiresAt = DateTimeOffset.UtcNow.AddHours(9),
        current,
    };

    internal sealed record ConsentBody(bool Given);
}
