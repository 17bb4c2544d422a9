using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portal.Testing.Answers;
using Portal.Testing.Running.Answers;
using Portal.Testing.Waiting;

namespace Portal.Testing.Running;

/// <summary>The portal as a partner system uses it: through the gateway, with a token of its own.</summary>
public sealed class PartnerApi(HttpClient http) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets a token by client credentials and uses it from here on.</summary>
    public async Task SignInAsync(string clientId, string clientSecret, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = clientSecret,
        });
        using var response = await http.PostAsync("/connect/token", form, cancellationToken);
        var token = await ReadAsync<TokenAnswer>(response, HttpStatusCode.OK, cancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
    }

    /// <summary>What is found at a path.</summary>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(path, cancellationToken);
        return await ReadAsync<T>(response, HttpStatusCode.OK, cancellationToken);
    }

    /// <summary>What is found at a path, to the letter.</summary>
    public Task<string> GetTextAsync(string path, CancellationToken cancellationToken) =>
        http.GetStringAsync(path, cancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        http.SendAsync(request, cancellationToken);

    /// <summary>Imports the files of a folder and waits for the job to end.</summary>
    public async Task<ImportAnswer> ImportAsync(
        IReadOnlyDictionary<string, string> files, bool dryRun, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, path) in files)
        {
            form.Add(
                new ByteArrayContent(await File.ReadAllBytesAsync(path, cancellationToken)),
                field,
                Path.GetFileName(path));
        }

        using var response = await http.PostAsync(
            $"/api/v1/imports?dryRun={(dryRun ? "true" : "false")}", form, cancellationToken);
        var job = await ReadAsync<ImportAnswer>(response, HttpStatusCode.Accepted, cancellationToken);
        return await UntilAsync<ImportAnswer>(
            $"/api/v1/imports/{job.Id}", state => state.Status != "running", cancellationToken);
    }

    /// <summary>The agency's clients, as many as stand on one page.</summary>
    public async Task<IReadOnlyList<DemoClient>> ClientsAsync(CancellationToken cancellationToken) =>
        [.. (await GetAsync<PageAnswer<ClientAnswer>>("/api/v1/clients?limit=200", cancellationToken)).Items
            .Select(DemoClient.Of)];

    /// <summary>The policies of a client, by the agency's own key for it.</summary>
    public async Task<IReadOnlyList<PolicyAnswer>> PoliciesAsync(
        string clientRef, CancellationToken cancellationToken) =>
        (await GetAsync<PageAnswer<PolicyAnswer>>(PoliciesPath(clientRef), cancellationToken)).Items;

    /// <summary>Path of the policies of a client, by the agency's own key for it.</summary>
    public static string PoliciesPath(string clientRef) => $"/api/v1/policies?clientRef={clientRef}";

    /// <summary>Renews all given policies of a client for a year at once; answers the distribution's id.</summary>
    public async Task<string> RenewAsync(
        IReadOnlyList<PolicyAnswer> policies, DateOnly effective, CancellationToken cancellationToken)
    {
        var client = policies[0].ClientId;
        var body = new
        {
            renewals = policies.Select(policy => new
            {
                policyId = policy.Id,
                effective,
                expiration = effective.AddYears(1),
            }),
        };
        using var response = await http.PostAsJsonAsync($"/api/v1/clients/{client}/renewals", body, cancellationToken);
        var answer = await ReadAsync<RenewalAnswer>(response, HttpStatusCode.Accepted, cancellationToken);
        var id = answer.DistributionId.ToString();
        var location = response.Headers.Location?.OriginalString;
        return location?.EndsWith($"/api/v1/distributions/{id}", StringComparison.Ordinal) is true
            ? id
            : throw new InvalidOperationException(
                $"The renewal's Location is '{location}', not that of distribution {id}.");
    }

    /// <summary>Waits until every mail of a distribution was accepted or has failed for good.</summary>
    public Task<DistributionAnswer> FinishedAsync(string distribution, CancellationToken cancellationToken) =>
        UntilAsync<DistributionAnswer>(
            $"/api/v1/distributions/{distribution}", state => state.IsFinished(), cancellationToken);

    /// <summary>Asks again and again until what is answered is as wanted.</summary>
    public async Task<T> UntilAsync<T>(
        string path, Func<T, bool> wanted, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await Eventually.GetAsync(
            AskAsync,
            state => state is not null && wanted(state),
            cancellationToken,
            $"{path} to come to the wanted state",
            Patience,
            Interval);
        return answer!;

        // While a service is being killed and restarted its absence is an answer too, just not the last one.
        async Task<T?> AskAsync()
        {
            using var response = await http.GetAsync(path, cancellationToken);
            return response.StatusCode
                is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
                ? null
                : await ReadAsync<T>(response, HttpStatusCode.OK, cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.StatusCode == expected
            ? JsonAnswers.ReadPart<T>(body)
            : throw new InvalidOperationException(
                $"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode}: {body}");
    }
}
