using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Notification.Tests.Support;

/// <summary>
/// Stands where the Certificate service stands and has a PDF of every certificate but those it has lost.
/// </summary>
internal sealed class FakeCertificates : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _calls;

    private FakeCertificates()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/internal/v1/certificate-documents", AnswerAsync);
    }

    public string Address => _app.Urls.Single();

    /// <summary>Whether it answers 503.</summary>
    public bool IsDown { get; set; }

    public HashSet<Guid> Lost { get; } = [];

    /// <summary>How often documents were asked for.</summary>
    public int Calls => _calls;

    public static async Task<FakeCertificates> StartAsync()
    {
        var certificates = new FakeCertificates();
        await certificates._app.StartAsync();
        return certificates;
    }

    /// <summary>The PDF of a certificate.</summary>
    public static byte[] PdfOf(Guid certificate) => [.. "%PDF-1.7 "u8, .. certificate.ToByteArray(), .. Some.Pdf(2000)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        var ids = body.RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetGuid()).ToList();

        // The service asks for nobody's document once, as a rehearsal.
        if (ids.Any(id => id != Guid.Empty))
        {
            Interlocked.Increment(ref _calls);
        }

        if (IsDown || request.Headers.Authorization.Count == 0)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return Results.Json(ids.Where(id => !Lost.Contains(id))
            .Select(id => new { id, fileName = $"COI-{id:N}.pdf", document = PdfOf(id) }).ToList());
    }
}
