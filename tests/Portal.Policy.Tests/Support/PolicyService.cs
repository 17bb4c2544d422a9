using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Portal.Contracts.Identity;
using Portal.Contracts.Policies;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Services;
using Portal.Testing.Tokens;

namespace Portal.Policies.Tests.Support;

/// <summary>The Policy service on a real broker and database, with fakes for Identity and Certificate.</summary>
internal sealed class PolicyService : ServiceUnderTest<Program, PolicyDb>
{
    private PolicyService(Surroundings surroundings, FakeIdentity identity, FakeCertificate certificate)
        : base(surroundings) => (Identity, Certificate) = (identity, certificate);

    public FakeIdentity Identity { get; }

    public FakeCertificate Certificate { get; }

    public static async Task<PolicyService> StartAsync(Servers servers, CancellationToken cancellationToken)
    {
        var surroundings = await Surroundings.CreateAsync(
            servers,
            "policy",
            [typeof(PoliciesRenewed), typeof(PolicyAdded), typeof(PolicyChanged), typeof(ActionRecorded)],
            cancellationToken);
        surroundings.Settings["Logging:LogLevel:Default"] = "Warning";
        var identity = surroundings.Keep(await FakeIdentity.StartAsync(surroundings.Broker, cancellationToken));
        var certificate = surroundings.Keep(await FakeCertificate.StartAsync(surroundings.Broker, cancellationToken));
        return await StartedAsync(new PolicyService(surroundings, identity, certificate));
    }

    /// <summary>A second process of the service beside this one, on the same broker and database.</summary>
    public WebApplicationFactory<Program> Replica() => Start();

    /// <summary>A partner of the agency with every scope that the service asks partners for.</summary>
    public HttpClient PartnerOf(Guid agency) =>
        PartnerOf(agency, "policies.read", "policies.write", "imports.read", "imports.write");

    public HttpClient PartnerOf(Guid agency, params string[] scopes) => With(Issuer.PartnerToken(agency, scopes));

    /// <summary>A person of a client, with more scopes than such a person has: the bounds alone must hold.</summary>
    public HttpClient InsuredOf(Guid agency, Guid account) =>
        With(Issuer.InsuredToken(agency, account, "policies.read", "policies.write", "imports.read", "imports.write"));

    /// <summary>A partner's token that was narrowed to one client.</summary>
    public HttpClient PartnerOf(Guid agency, Guid account)
    {
        var claims = TestIssuer.Claims("policies.read policies.write");
        (claims["agency"], claims["account"], claims["role"]) = (agency.ToString(), account.ToString(), Roles.Partner);
        return With(Issuer.Token(claims));
    }

    /// <summary>Who brings a token with these claims.</summary>
    public HttpClient With(JsonObject claims) => With(Issuer.Token(claims));

    /// <summary>One of the portal's own services.</summary>
    public HttpClient ServiceWith(string scope) => With(Issuer.ServiceToken(scope));
}
