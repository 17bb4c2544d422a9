using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Applications.ManageApplications;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Answers;
using Portal.Testing.Tokens;

namespace Portal.Identity.Tests.Support;

/// <summary>An admin of an agency, who manages its partner clients.</summary>
internal sealed class PartnerAdmin(IdentityHost host, Guid agency)
{
    public const string Path = "/api/v1/applications";

    public static readonly string[] Reading = [Scopes.PoliciesRead, Scopes.ClientsRead];

    private (Guid Member, Guid Session)? _signedIn;

    /// <summary>A token of the agency's admin, who has just signed in, with these scopes.</summary>
    public async Task<string> TokenAsync(string scope = "applications.read applications.write")
    {
        _signedIn ??= await SignInAsync();
        return host.TokenSaying(new AccessTokenClaims
        {
            Subject = _signedIn.Value.Member.ToString(),
            ClientId = IdentityHost.GatewayId,
            Agency = agency,
            Role = "admin",
            Scope = scope,
            Session = _signedIn.Value.Session,
        });
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        await host.SendAsync(method, Path + path, await TokenAsync(), body);

    /// <summary>Makes a client that proves itself by a secret.</summary>
    public async Task<(string Id, string Secret)> CreateAsync(params string[] scopes)
    {
        using var response = await SendAsync(
            HttpMethod.Post, "", new
            {
                name = "Some partner",
                scopes = scopes.Length > 0 ? scopes : Reading,
                authentication = "secret",
            });
        var made = await response.ReadAsync<NewApplicationResponse>(HttpStatusCode.Created);
        return (made.Application.Id, made.Secret!.Secret);
    }

    /// <summary>Makes a client that proves itself by this key.</summary>
    public Task<string> CreateWithKeyAsync(TestKey key) => CreateWithKeyAsync(key.Public);

    /// <summary>Makes a client that proves itself by this key.</summary>
    public async Task<string> CreateWithKeyAsync(JsonWebKey key)
    {
        using var response = await SendAsync(
            HttpMethod.Post, "", new { name = "Key partner", scopes = Reading, authentication = "private_key_jwt" });
        var id = (await response.ReadAsync<NewApplicationResponse>(HttpStatusCode.Created)).Application.Id;
        using var set = await SendAsync(HttpMethod.Put, $"/{id}/keys", new { keys = new[] { key } });
        await set.ReadAsync<ApplicationResponse>();
        return id;
    }

    public async Task<ApplicationResponse> ReadAsync(string id) =>
        JsonAnswers.Read<ApplicationResponse>(await ReadTextAsync(id));

    /// <summary>The client as the very text that is answered.</summary>
    public async Task<string> ReadTextAsync(string id)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/{id}");
        return await response.TextAsync();
    }

    /// <summary>Adds a secret, and answers its id and the secret itself.</summary>
    public async Task<(Guid Id, string Secret)> AddSecretAsync(string client)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/{client}/secrets", new { });
        var secret = await response.ReadAsync<NewSecretResponse>(HttpStatusCode.Created);
        return (secret.Id, secret.Secret);
    }

    private Task<(Guid Member, Guid Session)> SignInAsync() => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<IdentityDb>();
        var member = new StaffMember
        {
            AgencyId = agency,
            Email = $"{Guid.NewGuid():N}@pier.example",
            Name = "Ada Admin",
            Role = StaffRole.Admin,
        };
        db.Staff.Add(member);
        var (session, _) = services.GetRequiredService<SessionManager>().Open(new SessionStart
        {
            Kind = SessionKind.Staff,
            AgencyId = agency,
            SubjectId = member.Id,
            Name = member.Name,
            Email = member.Email,
            IdleMinutes = AgencySettings.DefaultIdleMinutes,
            AbsoluteHours = AgencySettings.DefaultAbsoluteHours,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (member.Id, session.Id);
    });
}
