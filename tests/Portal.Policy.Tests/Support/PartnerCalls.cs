using System.Net;
using System.Text;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Features.Imports;
using Portal.Testing.Answers;
using Portal.Testing.Waiting;

namespace Portal.Policies.Tests.Support;

/// <summary>What a partner does with the service.</summary>
internal static class PartnerCalls
{
    public static string Data(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", file), Encoding.UTF8);

    /// <summary>Sends files by field name; answers the response.</summary>
    public static Task<HttpResponseMessage> UploadAsync(
        this HttpClient client, IReadOnlyDictionary<string, string> files, bool dryRun,
        CancellationToken cancellationToken)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), field, $"{field}.csv");
        }

        return client.PostAsync($"/api/v1/imports?dryRun={(dryRun ? "true" : "false")}", form, cancellationToken);
    }

    /// <summary>Sends files and waits until the import ends.</summary>
    public static async Task<ImportResponse> ImportAsync(
        this HttpClient client, IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken,
        bool dryRun = false)
    {
        using var response = await client.UploadAsync(files, dryRun, cancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return await client.EndOfImportAsync(response.Headers.Location!, cancellationToken);
    }

    /// <summary>Waits until an import ends.</summary>
    public static Task<ImportResponse> EndOfImportAsync(
        this HttpClient client, Uri location, CancellationToken cancellationToken) =>
        Eventually.GetAsync(
            () => client.ReadAsync<ImportResponse>(location.OriginalString, cancellationToken),
            job => job.Status != ImportStatus.Running,
            cancellationToken);

    /// <summary>Changes a policy, which has to be taken.</summary>
    /// <param name="client">Who changes it.</param>
    /// <param name="method">POST or PATCH.</param>
    /// <param name="path">Its id, and what follows it.</param>
    /// <param name="json">The body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task ChangeAsync(
        this HttpClient client, HttpMethod method, string path, string json, CancellationToken cancellationToken)
    {
        using var response = await client.SendJsonAsync(method, $"/api/v1/policies/{path}", json, cancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    public static async Task<HttpResponseMessage> SendJsonAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        string json,
        CancellationToken cancellationToken,
        string? ifMatch = null,
        string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await client.SendAsync(request, cancellationToken);
    }

    /// <summary>Asserts problem details: status, code, and the field that the first of the errors names.</summary>
    public static async Task AssertProblemAsync(
        this HttpResponseMessage response, HttpStatusCode status, string code, string? field,
        CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await response.ReadAsync<Problem>(cancellationToken);
        Assert.Equal(code, problem.Code);
        if (field is not null)
        {
            Assert.Equal(field, problem.Errors?[0].Field);
        }
    }

    /// <summary>Asserts the four counts of one file.</summary>
    public static void AssertCounts(
        this ImportResponse job, string file, int added, int updated, int unchanged, int refused)
    {
        var counts = file switch
        {
            "clients" => job.Clients,
            "policies" => job.Policies,
            "holders" => job.Holders,
            _ => throw new ArgumentOutOfRangeException(nameof(file), file, "An import has no such file."),
        };
        Assert.Equal(
            (file, added, updated, unchanged, refused),
            (file, counts.Added, counts.Updated, counts.Unchanged, counts.Refused));
    }
}
