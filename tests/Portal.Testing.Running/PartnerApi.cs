using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Testing.Running;

/// <summary>The portal as a partner system uses it: through the gateway, with a token of its own.</summary>
public sealed class PartnerApi(HttpClient http) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

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
        var token = await ReadAsync(response, HttpStatusCode.OK, cancellationToken);
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(path, cancellationToken);
        return await ReadAsync(response, HttpStatusCode.OK, cancellationToken);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        http.SendAsync(request, cancellationToken);

    /// <summary>Imports the files of a folder and waits for the job to end.</summary>
    public async Task<JsonElement> ImportAsync(
        IReadOnlyDictionary<string, string> files, bool dryRun, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, path) in files)
        {
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(path, cancellationToken)), field, Path.GetFileName(path));
        }

        using var response = await http.PostAsync($"/api/v1/imports?dryRun={(dryRun ? "true" : "false")}", form, cancellationToken);
        var job = await ReadAsync(response, HttpStatusCode.Accepted, cancellationToken);
        return await UntilAsync(
            $"/api/v1/imports/{job.GetProperty("id").GetString()}",
            state => state.GetProperty("status").GetString() != "running",
            cancellationToken);
    }

    /// <summary>The agency's clients, as many as stand on one page.</summary>
    public async Task<IReadOnlyList<DemoClient>> ClientsAsync(CancellationToken cancellationToken) =>
        [.. (await GetAsync("/api/v1/clients?limit=200", cancellationToken)).GetProperty("items").EnumerateArray().Select(DemoClient.Of)];

    /// <summary>The policies of a client, by the agency's own key for it.</summary>
    public async Task<IReadOnlyList<JsonElement>> PoliciesAsync(string clientRef, CancellationToken cancellationToken) =>
        [.. (await GetAsync($"/api/v1/policies?clientRef={clientRef}", cancellationToken)).GetProperty("items").EnumerateArray()];

    /// <summary>Renews all given policies of a client for a year at once; answers the distribution's id.</summary>
    public async Task<string> RenewAsync(
        IReadOnlyList<JsonElement> policies, DateOnly effective, CancellationToken cancellationToken)
    {
        var client = policies[0].GetProperty("clientId").GetString();
        var body = new
        {
            renewals = policies.Select(policy => new
            {
                policyId = policy.GetProperty("id").GetString(),
                effective,
                expiration = effective.AddYears(1),
            }),
        };
        using var response = await http.PostAsJsonAsync($"/api/v1/clients/{client}/renewals", body, cancellationToken);
        var answer = await ReadAsync(response, HttpStatusCode.Accepted, cancellationToken);
        var id = answer.GetProperty("distributionId").GetString()!;
        var location = response.Headers.Location?.OriginalString;
        return location?.EndsWith($"/api/v1/distributions/{id}", StringComparison.Ordinal) is true
            ? id
            : throw new InvalidOperationException($"The renewal's Location is '{location}', not that of distribution {id}.");
    }

    /// <summary>Waits until every mail of a distribution was accepted or has failed for good.</summary>
    public Task<JsonElement> FinishedAsync(string distribution, CancellationToken cancellationToken) => UntilAsync(
        $"/api/v1/distributions/{distribution}",
        state => state.GetProperty("status").GetString() == "finished",
        cancellationToken);

    /// <summary>Asks again and again until what is answered is as wanted.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> wanted, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        JsonElement answer = default;
        while (clock.Elapsed < Patience)
        {
            using var response = await http.GetAsync(path, cancellationToken);

            // While a service is being killed and restarted its absence is an answer too, just not the last one.
            if (response.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
            {
                answer = await ReadAsync(response, HttpStatusCode.OK, cancellationToken);
                if (wanted(answer))
                {
                    return answer;
                }
            }

            await Task.Delay(100, cancellationToken);
        }

        throw new TimeoutException($"{path} did not come to the wanted state in {Patience}; it last answered {answer}");
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> ReadAsync(
        HttpResponseMessage response, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.StatusCode == expected
            ? JsonSerializer.Deserialize<JsonElement>(body)
            : throw new InvalidOperationException(
                $"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode}: {body}");
    }
}
