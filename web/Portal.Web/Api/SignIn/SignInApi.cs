using System.Text.Json.Nodes;

namespace Portal.Web.Api.SignIn;

/// <summary>Identity's sign-in.</summary>
internal sealed class SignInApi(HttpClient identity)
{
    private const string Root = "/api/v1/sign-in";

    public Task<ApiResult<SignInAgency>> AgencyAsync(string slug, CancellationToken cancellationToken) =>
        identity.ReadAsync<SignInAgency>($"{Root}/agencies/{Uri.EscapeDataString(slug)}", cancellationToken);

    /// <summary>The sign-in that the browser's cookie names.</summary>
    public Task<ApiResult<SignInState>> StateAsync(CancellationToken cancellationToken) =>
        identity.ReadAsync<SignInState>(Root, cancellationToken);

    public Task<ApiResult<SignInState>> StartAsync(
        string agency, Audience audience, string email, string? returnTo, CancellationToken cancellationToken) =>
        PostAsync("", new { agency, audience, email, returnTo }, cancellationToken);

    /// <summary>Sends a code, or another one in place of the first.</summary>
    /// <param name="to"><c>email</c> or <c>mobile</c>.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    public Task<ApiResult<SignInState>> SendCodeAsync(string to, CancellationToken cancellationToken) =>
        PostAsync("/code", new { destination = to }, cancellationToken);

    public Task<ApiResult<SignInState>> CheckCodeAsync(string code, CancellationToken cancellationToken) =>
        PostAsync("/code/check", new { code }, cancellationToken);

    public Task<ApiResult<SignInState>> ProveSecondFactorAsync(string code, CancellationToken cancellationToken) =>
        PostAsync("/second-factor", new { code }, cancellationToken);

    /// <summary>What the browser is to be asked for a passkey; each question is answered once.</summary>
    public Task<ApiResult<JsonObject>> AskPasskeyAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<JsonObject>(HttpMethod.Post, Root + "/passkey/options", body: null, cancellationToken);

    /// <summary>What a browser is to be asked for a passkey in which nobody is known yet.</summary>
    public Task<ApiResult<JsonObject>> AskPasskeyAsync(string agency, CancellationToken cancellationToken) =>
        identity.AskAsync<JsonObject>(HttpMethod.Post, Root + "/passkey/options", new { agency }, cancellationToken);

    /// <summary>Signs in by what the browser answered, or proves the second factor by it.</summary>
    public Task<ApiResult<SignInState>> ProvePasskeyAsync(
        JsonObject credential, string? returnTo, CancellationToken cancellationToken) =>
        PostAsync("/passkey", new { credential, returnTo }, cancellationToken);

    public Task<ApiResult<Enrollment>> EnrollAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<Enrollment>(
            HttpMethod.Post, Root + "/second-factor/enrollment", body: null, cancellationToken);

    public Task<ApiResult<SignInState>> ChooseClientAsync(Guid accountId, CancellationToken cancellationToken) =>
        PostAsync("/client", new { clientId = accountId }, cancellationToken);

    private Task<ApiResult<SignInState>> PostAsync(string path, object body, CancellationToken cancellationToken) =>
        identity.AskAsync<SignInState>(HttpMethod.Post, Root + path, body, cancellationToken);
}
