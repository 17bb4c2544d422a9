using System.Net.Http.Headers;

namespace Portal.Web.Api.Imports;

/// <summary>Policy's imports of clients, policies and holders.</summary>
internal sealed class ImportApi(HttpClient policies)
{
    /// <summary>Starts an import of files whose fields are clients, policies and holders.</summary>
    public async Task<ApiResult<ImportJob>> StartAsync(
        IReadOnlyList<IFormFile> files, bool dryRun, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (file, part) in files.Zip(files.Select(PartOf)))
        {
            form.Add(part, file.Name, $"{file.Name}.csv");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Query.Of("/api/v1/imports", ("dryRun", dryRun)));
        request.Content = form;
        return await policies.AskAsync<ImportJob>(request, cancellationToken);
    }

    /// <summary>How an import stands, with its first 10,000 problems.</summary>
    public Task<ApiResult<ImportJob>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        policies.ReadAsync<ImportJob>($"/api/v1/imports/{id}", cancellationToken);

    /// <summary>Does what a dry run said, with the files that it was given; once, however often it is asked.</summary>
    public async Task<ApiResult<ImportJob>> CarryOutAsync(Guid dryRun, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/imports/{dryRun}/runs");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"run-{dryRun}");
        return await policies.AskAsync<ImportJob>(request, cancellationToken);
    }

    private static StreamContent PartOf(IFormFile file)
    {
        var part = new StreamContent(file.OpenReadStream());
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return part;
    }
}
