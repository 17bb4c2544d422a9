using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Portal.SystemTests.Running;
using Portal.Testing.Running;
using Portal.Testing.Running.Answers;

namespace Portal.SystemTests;

/// <summary>Partners whom the agency's admin lets in and shows out, at the gateway.</summary>
[Collection(PortalCollection.Name)]
public sealed class ProviderTests(PortalSystem system)
{
    private const string Clients = "/api/v1/applications";

    private static readonly string[] Reading = ["policies.read", "clients.read"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Openid_client_and_jose_complete_everything_that_a_partner_does()
    {
        var account = (await system.People.ClientsAsync(Stop))[4];
        var (id, secret) = await SecretPartnerAsync();
        using var key = new ApplicationKeyRequest();
        var keyPartner = (await CreateAsync("private_key_jwt")).Application.Id;
        var admin = await system.People.AdminAsync(Stop);
        (await admin.SendAsync(
            HttpMethod.Put, $"{Clients}/{keyPartner}/keys", new
            {
                keys = new[] { key.Public },
            }, Stop)).Expect(HttpStatusCode.OK);

        var (exit, said) = await InteropScript.RunAsync(
            new Dictionary<string, string>
            {
                ["ISSUER"] = system.Portal.Gateway.GetLeftPart(UriPartial.Authority),
                ["SECRET_CLIENT"] = $"{id}:{secret}",
                ["KEY_CLIENT"] = keyPartner,
                ["KEY_JWK"] = JsonSerializer.Serialize(key.Private),
                ["ACCOUNT"] = account.Id.ToString(),
            },
            Stop);

        Assert.True(exit == 0, said);
        Assert.EndsWith("done", said.Trim(), StringComparison.Ordinal);
        foreach (var part in new[] { "client credentials", "token exchange", "introspection", "revocation" })
        {
            Assert.Equal(3, said.Split($": {part}").Length - 1);
        }
    }

    [Fact]
    public async Task A_partner_whom_the_admin_disables_is_refused_at_once_with_the_token_that_it_has()
    {
        var (id, secret) = await SecretPartnerAsync();
        using var partner = system.Portal.Stranger();
        var token = await TokenAsync(partner, id, secret);
        partner.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", token.Expect<TokenAnswer>(HttpStatusCode.OK).AccessToken);
        (await PoliciesAsync(partner)).Expect(HttpStatusCode.OK);

        var admin = await system.People.AdminAsync(Stop);
        var changed = await admin.SendAsync(HttpMethod.Patch, $"{Clients}/{id}", new { disabled = true }, Stop);
        Assert.True(changed.Expect<ApplicationAnswer>(HttpStatusCode.OK).Disabled);

        var refusal = await Within.ASecondAsync(
            async () => await PoliciesAsync(partner) is { Status: not HttpStatusCode.OK } refused ? refused : null);
        Assert.Equal((HttpStatusCode.Unauthorized, "token-invalid"), refusal.Refusal);
        partner.DefaultRequestHeaders.Authorization = null;
        var next = await TokenAsync(partner, id, secret);
        Assert.Equal("invalid_client", next.Expect<TokenRefusalAnswer>(HttpStatusCode.Unauthorized).Error);
    }

    private async Task<(string Id, string Secret)> SecretPartnerAsync()
    {
        var made = await CreateAsync("secret");
        return (made.Application.Id, made.Secret!.Secret);
    }

    private async Task<NewApplicationAnswer> CreateAsync(string authentication)
    {
        var admin = await system.People.AdminAsync(Stop);
        var made = await admin.PostAsync(
            Clients, new { name = $"Partner with {authentication}", scopes = Reading, authentication }, Stop);
        return made.Expect<NewApplicationAnswer>(HttpStatusCode.Created);
    }

    private static async Task<PortalAnswer> TokenAsync(HttpClient partner, string id, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        });
        using var response = await partner.PostAsync("/connect/token", form, Stop);
        return await PortalAnswer.OfAsync(response, Stop);
    }

    private static async Task<PortalAnswer> PoliciesAsync(HttpClient partner)
    {
        using var response = await partner.GetAsync("/api/v1/policies", Stop);
        return await PortalAnswer.OfAsync(response, Stop);
    }
}
