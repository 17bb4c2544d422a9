using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Portal.Web.Tests.Support;

/// <summary>Identity's clients, contacts, consent and delegations, as part of the fake Identity.</summary>
internal sealed class FakeClientsApi(FakeClients clients)
{
    /// <summary>Whether the second factor was proven of late.</summary>
    public bool IsFresh { get; set; } = true;

    /// <summary>Whether too many codes of the authenticator were wrong.</summary>
    public bool WrongTooOften { get; set; }

    /// <summary>Whether the client was asked for consent a moment ago.</summary>
    public bool WasAsked { get; set; }

    /// <summary>What stepping in was asked for, the last first.</summary>
    public Stack<DelegationBody> Started { get; } = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/api/v1/clients/{id:guid}",
            (Guid id) => clients.Find(id) is { } client ? Results.Json(client.Account()) : Unknown());
        routes.MapGet(
            "/api/v1/clients/{id:guid}/contacts",
            (Guid id) => Results.Json(new { items = clients.Find(id)!.Contacts }));
        routes.MapPost(
            "/api/v1/clients/{id:guid}/contacts", (Guid id, ContactBody body) => Add(clients.Find(id)!, body));
        routes.MapPatch(
            "/api/v1/clients/{id:guid}/contacts/{contact}",
            (Guid id, string contact, ContactBody body) => Change(clients.Find(id)!, contact, body));
        routes.MapGet("/api/v1/clients/{id:guid}/consent", (Guid id) => Results.Json(new
        {
            given = clients.Find(id)!.Consents,
            changedAt = DateTimeOffset.UtcNow.AddDays(-90),
            changedBy = "Ada Okafor",
            askedAt = (DateTimeOffset?)null,
        }));
        routes.MapPost("/api/v1/clients/{id:guid}/consent-requests", Ask);
        routes.MapGet("/api/v1/delegations", () => FakeServices.PageOf(
            [
                Delegation("view", "Called about a missing certificate", active: true),
                Delegation("manage", "Renewal 2026", active: false),
            ], cursor: null));
        routes.MapGet(
            "/api/v1/delegations/{id:guid}",
            (Guid id) => Results.Json(Delegation("manage", "Renewal 2026", active: false)));
        routes.MapPost("/api/v1/delegations", Start);
        routes.MapPost("/api/v1/session/second-factor", (FakeIdentity.CodeBody body, HttpResponse response) =>
        {
            if (WrongTooOften)
            {
                response.Headers.RetryAfter = "7200";
                return FakeServices.Problem(
                    429,
                    "too-many-second-factors",
                    "Too many codes were wrong today; wait as long as Retry-After says.");
            }

            IsFresh = body.Code == FakeIdentity.RightTotp;
            return IsFresh
                ? Results.Json(new { })
                : FakeServices.Problem(422, "code-wrong", "The code is not right; wait for the next.", "code");
        });
    }

    private IResult Ask(ConsentBody body, HttpResponse response)
    {
        if (WasAsked)
        {
            response.Headers.RetryAfter = "3540";
            return FakeServices.Problem(429, "consent-asked-too-soon", "The client was asked less than an hour ago.");
        }

        return body.Reason.Length < 3
            ? FakeServices.Problem(
                422, "reason-invalid", "Say in 3 to 300 characters why you step in; the client reads it.", "reason")
            : Results.Json(new { askedAt = DateTimeOffset.UtcNow }, statusCode: 202);
    }

    private IResult Start(DelegationBody body, HttpContext http)
    {
        if (body.Reason is not { Length: >= 3 })
        {
            return FakeServices.Problem(
                422, "reason-invalid", "Say in 3 to 300 characters why you step in; the client reads it.", "reason");
        }

        if (!clients.Find(body.ClientId)!.Consents)
        {
            return FakeServices.Problem(403, "consent-withdrawn", "The client does not let the agency in.");
        }

        if (!IsFresh)
        {
            return FakeServices.Problem(403, "second-factor-stale", "Your second factor was proven too long ago.");
        }

        Started.Push(body);
        http.Response.Headers.Append("Set-Cookie", "__Host-portal-rotated=1; Path=/; Secure; HttpOnly; SameSite=Lax");
        return Results.Json(Delegation(body.Mode, body.Reason, active: true), statusCode: 201);
    }

    private static IResult Add(FakeClient client, ContactBody body)
    {
        if (body.Email is null || !body.Email.Contains('@', StringComparison.Ordinal))
        {
            return FakeServices.Problem(
                422, "email-unfit", "This is no email address; write one such as name@example.com.", "email");
        }

        if (body.Email.EndsWith("@harborlight.example", StringComparison.Ordinal))
        {
            return FakeServices.Problem(
                409, "contact-is-staff", "This address is of the agency's own people; write the client's.", "email");
        }

        if (Opens(client, body))
        {
            return Closed();
        }

        var contact = new FakeContact(
            Guid.CreateVersion7().ToString(), body.Name!, body.Email, body.Mobile, body.Access is true);
        client.Contacts.Add(contact);
        return Results.Json(contact, statusCode: 201);
    }

    private static bool Opens(FakeClient client, ContactBody body) => !client.Consents && body.Access is true;

    private static IResult Closed() =>
        FakeServices.Problem(
            403,
            "consent-withdrawn",
            "While the client does not let the agency in, only a change that opens the account to nobody new is "
            + "possible.");

    private static IResult Change(FakeClient client, string id, ContactBody body)
    {
        if (Opens(client, body))
        {
            return Closed();
        }

        var place = client.Contacts.FindIndex(contact => contact.Id == id);
        var known = client.Contacts[place];
        client.Contacts[place] = known with
        {
            Access = body.Access ?? known.Access,
            Name = body.Name ?? known.Name,
            Email = body.Email ?? known.Email,
        };
        return Results.Json(client.Contacts[place]);
    }

    private static object Delegation(string mode, string reason, bool active)
    {
        var id = Guid.CreateVersion7();
        return new
        {
            id,
            staff = new { id = Guid.CreateVersion7(), name = "Sam Broker" },
            mode,
            reason,
            startedAt = DateTimeOffset.UtcNow.AddMinutes(-5),
            expiresAt = DateTimeOffset.UtcNow.AddMinutes(55),
            endedAt = active ? (DateTimeOffset?)null : DateTimeOffset.UtcNow,
            endedBy = active ? null : "Ada Okafor",
            active,
            path = $"/as/{id}/",
        };
    }

    private static IResult Unknown() =>
        FakeServices.Problem(404, "client-not-found", "The agency has no client of this id.");

    internal sealed record DelegationBody(Guid ClientId, string Mode, string? Reason);

    internal sealed record ConsentBody(string Reason);

    internal sealed record ContactBody(string? Name, string? Email, string? Mobile, bool? Access);
}
