using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Portal.Web.Tests.Support;

/// <summary>Identity's settings, people and partner clients of the agency.</summary>
internal sealed class FakeAgencyApi
{
    public const string Secret = "s3cr3t-of-43-characters-as-identity-makes-them";

    private const string Issuer = "https://portal.example";

    /// <summary>What was set last; null before.</summary>
    public SettingsBody? Set { get; private set; }

    /// <summary>Color of the agency's pages; null for the portal's own.</summary>
    public string? Accent { get; set; }

    /// <summary>Counts the changes of the settings.</summary>
    public int Version { get; set; } = 1;

    public List<FakeStaff> Staff { get; } =
    [
        new(Guid.CreateVersion7(), "Ida Admin", "ida@harborlight.example", "admin", Active: true, SecondFactor: true),
        new(Guid.CreateVersion7(), "Sam Broker", "sam@harborlight.example", "agent", Active: true, SecondFactor: true),
        new(
            Guid.CreateVersion7(),
            "Old Hand",
            "old@harborlight.example",
            "assistant",
            Active: false,
            SecondFactor: false),
    ];

    /// <summary>People whose second factor was reset.</summary>
    public List<Guid> Resets { get; } = [];

    /// <summary>How many further secrets were made.</summary>
    public int SecretsMade { get; private set; }

    public List<FakePartner> Partners { get; } =
    [
        new("p-ams", "Agency management system", ["clients.read", "policies.read", "policies.write"], "secret"),
    ];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/agency/settings", (HttpResponse response) => Settings(response));
        routes.MapPut("/api/v1/agency/settings", Put);
        routes.MapGet("/api/v1/agency/login-link", () => Results.Json(new
        {
            url = $"{Issuer}/sign-in/harborlight",
            snippet = $"<a href=\"{Issuer}/sign-in/harborlight\" style=\"display:inline-block\">Client login: "
                + "Harborlight Insurance Agency</a>",
        }));
        routes.MapGet("/api/v1/agency/staff", () => Results.Json(new { items = Staff }));
        routes.MapPost("/api/v1/agency/staff", Add);
        routes.MapPatch("/api/v1/agency/staff/{id:guid}", Change);
        routes.MapPost("/api/v1/agency/staff/{id:guid}/second-factor-resets", (Guid id) =>
        {
            Resets.Add(id);
            return Results.NoContent();
        });
        routes.MapGet(
            "/api/v1/applications",
            () => FakeServices.PageOf([.. Partners.Select(partner => partner.ToJson())], cursor: null));
        routes.MapGet("/api/v1/applications/{id}", (string id) => Results.Json(Find(id).ToJson()));
        routes.MapPost("/api/v1/applications", Create);
        routes.MapPatch("/api/v1/applications/{id}", (string id, PartnerBody body) =>
        {
            var partner = Find(id);
            partner.Disabled = body.Disabled ?? partner.Disabled;
            return Results.Json(partner.ToJson());
        });
        routes.MapPost("/api/v1/applications/{id}/secrets", () =>
        {
            SecretsMade++;
            return Results.Json(new { id = Guid.CreateVersion7(), secret = Secret }, statusCode: 201);
        });
        routes.MapPut("/api/v1/applications/{id}/keys", (string id) => Results.Json(Find(id).ToJson()));
    }

    private FakePartner Find(string id) => Partners.Single(partner => partner.Id == id);

    private IResult Settings(HttpResponse response)
    {
        response.Headers.ETag = $"\"{Version}\"";
        var contact = Set?.Contact ?? new ContactBody(null, null, null);
        return Results.Json(new
        {
            clientCenter = Set?.ClientCenter ?? true,
            signInMethods = Set?.SignInMethods ?? ["email", "google"],
            concealsAddresses = Set?.ConcealsAddresses ?? false,
            contact,
            shown = new
            {
                name = contact.Name ?? "Maria Chen",
                phone = contact.Phone ?? "(617) 555-0134",
                email = contact.Email ?? "service@harborlight.example",
            },
            idleMinutes = Set?.IdleMinutes ?? 30,
            absoluteHours = Set?.AbsoluteHours ?? 12,
            accent = Accent,
            timeZone = Set?.TimeZone,
            shownTimeZone = Set?.TimeZone ?? "America/New_York",
        });
    }

    private IResult Put(
        [FromBody] SettingsBody body, [FromHeader(Name = "If-Match")] string? match, HttpResponse response)
    {
        if (match != $"\"{Version}\"")
        {
            return FakeServices.Problem(
                412, "changed-meanwhile", "Somebody changed it meanwhile; load it again.", "If-Match");
        }

        if (body.IdleMinutes is < 5 or > 120)
        {
            return FakeServices.Problem(422, "limit-out-of-range", "Choose 5 to 120.", "idleMinutes");
        }

        (Set, Accent, Version) = (body, body.Accent, Version + 1);
        return Settings(response);
    }

    private IResult Add(StaffBody body)
    {
        if (Staff.Exists(person => person.Email == body.Email))
        {
            return FakeServices.Problem(
                409, "staff-exists", "A person of the agency has this address; write another address.", "email");
        }

        Staff.Add(
            new FakeStaff(
                Guid.CreateVersion7(), body.Name!, body.Email!, body.Role!, Active: true, SecondFactor: false));
        return Results.Json(Staff[^1], statusCode: 201);
    }

    private IResult Change(Guid id, StaffBody body)
    {
        var place = Staff.FindIndex(person => person.Id == id);
        var person = Staff[place] with
        {
            Name = body.Name ?? Staff[place].Name,
            Role = body.Role ?? Staff[place].Role,
            Active = body.Active ?? Staff[place].Active,
        };
        if (Staff[place].Role == "admin" && person is not { Role: "admin", Active: true })
        {
            return FakeServices.Problem(
                409, "last-admin", "This is the last active admin; make somebody else an admin first.");
        }

        return Results.Json(Staff[place] = person);
    }

    private IResult Create(PartnerBody body)
    {
        if (body.Scopes is not { Count: > 0 })
        {
            return FakeServices.Problem(422, "scopes-invalid", "Name at least one scope.", "scopes");
        }

        Partners.Add(new FakePartner($"p-{Partners.Count}", body.Name!, [.. body.Scopes], body.Authentication!));
        var secret = body.Authentication == "secret" ? new { id = Guid.CreateVersion7(), secret = Secret } : null;
        return Results.Json(new { application = Partners[^1].ToJson(), secret }, statusCode: 201);
    }

    internal sealed record ContactBody(string? Name, string? Phone, string? Email);

    internal sealed record SettingsBody(
        bool ClientCenter, string[] SignInMethods, bool ConcealsAddresses, ContactBody Contact, int IdleMinutes,
        int AbsoluteHours, string? Accent,
        string? TimeZone);

    internal sealed record StaffBody(string? Name, string? Email, string? Role, bool? Active);

    internal sealed record PartnerBody(
        string? Name, IReadOnlyList<string>? Scopes, string? Authentication, bool? Disabled);
}

/// <summary>A person of the agency.</summary>
internal sealed record FakeStaff(Guid Id, string Name, string Email, string Role, bool Active, bool SecondFactor);
