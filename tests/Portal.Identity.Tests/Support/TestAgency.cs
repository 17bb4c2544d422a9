using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Contracts.Accounts;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Delegations;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Support;

/// <summary>An agency of a test's own, with people, clients and sessions, and tokens as Identity signs them.</summary>
internal sealed class TestAgency(IdentityHost host)
{
    private const string Name = "Pier & <Sons> Insurance";

    public Guid Id { get; } = Guid.CreateVersion7();

    public string Slug => $"pier-{Id:N}";

    public static async Task<TestAgency> OpenAsync(IdentityHost host)
    {
        var agency = new TestAgency(host);
        var details = new ProducerDetails
        {
            Name = Name,
            Address = new PostalAddress { Street = "1 Pier", City = "Boston", State = "MA", Zip = "02110" },
            ContactName = "Nora Whitfield",
            Phone = "(617) 555-0142",
            Email = "office@pier.example",
            AuthorizedRepresentative = "Dan Okafor",
        };
        await agency.StoreAsync(Agency.Open(agency.Id, agency.Slug, details, DateTimeOffset.UtcNow));
        return agency;
    }

    public Task<StaffMember> StaffAsync(StaffRole role, bool isActive = true) => StoreAsync(new StaffMember
    {
        AgencyId = Id,
        Email = $"{Guid.NewGuid():N}@pier.example",
        Name = $"{role} Person",
        Role = role,
        IsActive = isActive,
    });

    public Task<Account> ClientAsync(string email = "ximena@obrien.example") => StoreAsync(Account.Open(
        Id,
        Some.Ref(),
        new AccountDetails
        {
            LegalName = "O'Brien Freight LLC",
            Address = new PostalAddress
            {
                Street = "9827 Airport Pkwy",
                City = "Nashville",
                State = "TN",
                Zip = "37203",
            },
            PrimaryContact = new Contact { Name = "Ximena O'Brien", Email = email, Mobile = "+16175550142" },
        },
        DateTimeOffset.UtcNow));

    public Task<FurtherContact> ContactAsync(
        Account account, string email, bool hasAccess = true) => StoreAsync(new FurtherContact
        {
            AgencyId = Id,
            AccountId = account.Id,
            Name = "Fay Further",
            Email = email,
            Mobile = "+16175550199",
            HasAccess = hasAccess,
        });

    /// <summary>A person of a client signs in; the answer is the session's id.</summary>
    public Task<Guid> SignInAsync(Account account, string email) =>
        OpenSessionAsync(SessionKind.Client, Guid.CreateVersion7(), email, account.Id);

    /// <summary>A person of the agency signs in; the answer is the session's id.</summary>
    public Task<Guid> SignInAsync(StaffMember member) =>
        OpenSessionAsync(SessionKind.Staff, member.Id, member.Email, null);

    public Task<Delegation> StepInAsync(
        StaffMember member, Guid sessionId, Account account) => StoreAsync(new Delegation
        {
            AgencyId = Id,
            AccountId = account.Id,
            StaffId = member.Id,
            StaffName = member.Name,
            SessionId = sessionId,
            Mode = DelegationMode.View,
            Reason = "A question on the phone",
            StartedAt = DateTimeOffset.UtcNow,
            ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(30),
        });

    public Task<Session> SessionAsync(Guid id) =>
        host.InDatabaseAsync(db => db.Sessions.AsNoTracking().SingleAsync(one => one.Id == id));

    public Task<bool> IsRevokedAsync(Guid key) =>
        host.InDatabaseAsync(db => db.Revocations.AnyAsync(one => one.Key == key.ToString()));

    /// <summary>Actions in the agency's trail, oldest first.</summary>
    public Task<List<string>> TrailAsync() => host.InDatabaseAsync(db => db.AuditEntries.AsNoTracking()
        .Where(one => one.AgencyId == Id).OrderBy(one => one.Number).Select(one => one.Action).ToListAsync());

    /// <summary>A token of a person of the agency of the test's own, who has just signed in.</summary>
    public async Task<string> StaffTokenAsync(string role)
    {
        var member = await StaffAsync(Enum.Parse<StaffRole>(role, ignoreCase: true));
        return await StaffTokenAsync(member, await SignInAsync(member));
    }

    /// <summary>A token of a session of a person of the agency.</summary>
    public Task<string> StaffTokenAsync(StaffMember member, Guid session)
    {
        var role = member.Role.Claim();
        return TokenAsync(role, member.Id, RoleScopes.Of(role), ("sid", session.ToString()));
    }

    /// <summary>A token of a person of the agency whose second factor was proven so long ago.</summary>
    public async Task<string> StaleTokenAsync(StaffRole role, TimeSpan ago)
    {
        var member = await StaffAsync(role);
        var session = await SignInAsync(member);
        await host.InDatabaseAsync(db => db.Sessions.Where(one => one.Id == session)
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.SecondFactorAt, DateTimeOffset.UtcNow - ago)));
        return await StaffTokenAsync(member, session);
    }

    /// <summary>A token of a person of a client.</summary>
    public Task<string> InsuredTokenAsync(Guid accountId) =>
        TokenAsync(
            Roles.Insured, Guid.CreateVersion7(), RoleScopes.Of(Roles.Insured), ("account", accountId.ToString()));

    public async Task<string> TokenAsync(
        string role, Guid subject, IEnumerable<string> scopes, params (string Name, JsonNode Value)[] more)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = IdentityHost.Issuer,
            ["aud"] = TokenOptions.Audience,
            ["sub"] = subject.ToString(),
            ["client_id"] = "svc-gateway",
            ["agency"] = Id.ToString(),
            ["role"] = role,
            ["name"] = "Casey Caller",
            ["scope"] = string.Join(' ', scopes),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["iat"] = now,
            ["exp"] = now + 300,
        };
        foreach (var (name, value) in more)
        {
            claims[name] = value.DeepClone();
        }

        var stored = await host.InDatabaseAsync(db => db.SigningKeys.SingleAsync(key => key.IsCurrent));
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(
            host.Services.GetRequiredService<KeyProtection>().Unprotect(stored.Id, stored.PrivateKey), out _);
        var signed = Encode($$"""{"alg":"ES256","typ":"at+jwt","kid":"{{stored.Id}}"}""") + "." + Encode(claims.ToJsonString());
        return signed + "." + Base64Url.EncodeToString(
            key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private async Task<T> StoreAsync<T>(T row)
        where T : class
    {
        await host.InDatabaseAsync(db =>
        {
            db.Add(row);
            return db.SaveChangesAsync();
        });
        return row;
    }

    private async Task<Guid> OpenSessionAsync(SessionKind kind, Guid subject, string email, Guid? accountId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        var (session, _) = scope.ServiceProvider.GetRequiredService<SessionManager>().Open(new SessionStart
        {
            Kind = kind,
            AgencyId = Id,
            SubjectId = subject,
            Name = "Signed In",
            Email = email,
            AccountId = accountId,
            IdleMinutes = AgencySettings.DefaultIdleMinutes,
            AbsoluteHours = AgencySettings.DefaultAbsoluteHours,
        });
        await scope.ServiceProvider.GetRequiredService<IdentityDb>()
            .SaveChangesAsync(TestContext.Current.CancellationToken);
        return session.Id;
    }
}
