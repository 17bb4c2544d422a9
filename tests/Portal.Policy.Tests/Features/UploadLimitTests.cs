using System.IO.Pipelines;
using System.Net;
using System.Text;
using Portal.Policies.Features.Imports.StartImport;
using Portal.Policies.Tests.Support;
using Portal.Testing;

namespace Portal.Policies.Tests.Features;

public sealed class UploadLimitTests(Servers servers) : IAsyncLifetime
{
    private const string Begun = "--b\r\nContent-Disposition: form-data; name=clients; filename=clients.csv\r\n\r\n";

    private static readonly Dictionary<string, string> Files = new() { ["clients"] = PartnerCalls.Data("clients.csv") };

    private PolicyService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await PolicyService.StartAsync(servers, Stop);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Who_uploads_too_much_at_once_is_told_when_to_come_back_and_others_are_served()
    {
        var partner = _service.PartnerOf(Guid.CreateVersion7());
        // The factory's own clients hold a body back until they have all of it.
        using var plain = _service.Server.CreateClient();
        plain.DefaultRequestHeaders.Authorization = partner.DefaultRequestHeaders.Authorization;
        var pipes = Enumerable.Range(0, UploadLimit.MostOfAgency).Select(_ => new Pipe()).ToList();
        var slow = pipes.ConvertAll(pipe => SendAsync(plain, pipe));

        // More than lies between the two sides: it is gone only once the service reads it, in its place.
        var begun = Encoding.ASCII.GetBytes(Begun + new string('x', 1_000_000));
        await Task.WhenAll(pipes.ConvertAll(pipe => pipe.Writer.WriteAsync(begun, Stop).AsTask()));

        using var refused = await partner.UploadAsync(Files, dryRun: true, Stop);
        using var other = await _service.PartnerOf(Guid.CreateVersion7()).UploadAsync(Files, dryRun: true, Stop);
        pipes.ForEach(pipe => pipe.Writer.Complete());
        var ends = await Task.WhenAll(slow);
        using var next = await partner.UploadAsync(Files, dryRun: true, Stop);

        await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-uploads", null, Stop);
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
        Assert.All(ends, end => Assert.Equal(HttpStatusCode.UnprocessableEntity, end.StatusCode));
        Assert.Equal(HttpStatusCode.Accepted, next.StatusCode);
    }

    [Fact]
    public async Task A_process_takes_only_so_many_uploads_of_all_agencies()
    {
        await using var limit = new UploadLimit();

        var places = Enumerable.Range(0, UploadLimit.MostAtOnce).Select(_ => limit.Enter(Guid.CreateVersion7()))
            .ToList();
        using var refused = limit.Enter(Guid.CreateVersion7());
        places[0].Dispose();
        using var taken = limit.Enter(Guid.CreateVersion7());

        Assert.All(places, place => Assert.True(place.IsAcquired));
        Assert.False(refused.IsAcquired);
        Assert.True(taken.IsAcquired);
        places.ForEach(place => place.Dispose());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Pipe pipe)
    {
        using var content = new StreamContent(pipe.Reader.AsStream());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        return await client.PostAsync(new Uri("/api/v1/imports", UriKind.Relative), content, Stop);
    }
}
