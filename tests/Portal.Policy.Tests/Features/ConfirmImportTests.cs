using System.Net;
using System.Net.Http.Json;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Features.Imports;
using Portal.Policies.Features.Policies;
using Portal.Policies.Tests.Support;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

/// <summary>Doing what a dry run said, without sending the files again.</summary>
public sealed class ConfirmImportTests(Servers servers) : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["clients"] = PartnerCalls.Data("clients.csv"),
        ["policies"] = PartnerCalls.Data("policies.csv"),
        ["holders"] = PartnerCalls.Data("holders.csv"),
    };

    private PolicyService _service = null!;
    private HttpClient _partner = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await PolicyService.StartAsync(servers, Stop);
        _partner = _service.PartnerOf(Guid.CreateVersion7());
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task What_a_dry_run_said_is_done_once_however_often_it_is_asked()
    {
        var dryRun = await _partner.ImportAsync(Files, Stop, dryRun: true);
        Assert.Empty(await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop));

        using var first = await RunAsync(dryRun, "once");
        using var second = await RunAsync(dryRun, "once");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var job = await _partner.EndOfImportAsync(first.Headers.Location!, Stop);
        Assert.False(job.DryRun);
        Assert.Equal((dryRun.Clients, dryRun.Policies, dryRun.Holders), (job.Clients, job.Policies, job.Holders));
        Assert.Equal(4, (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop)).Count);
    }

    [Fact]
    public async Task What_was_carried_out_is_no_dry_run()
    {
        var job = await _partner.ImportAsync(Files, Stop);

        using var response = await RunAsync(job, "again");

        await response.AssertProblemAsync(HttpStatusCode.Conflict, "import-is-no-dry-run", null, Stop);
    }

    [Fact]
    public async Task A_dry_run_with_a_file_that_can_not_be_read_has_nothing_to_carry_out()
    {
        var failed = await _partner.ImportAsync(
            new Dictionary<string, string> { ["clients"] = "no,such,columns\r\n1,2,3\r\n" }, Stop, dryRun: true);
        Assert.Equal(ImportStatus.Failed, failed.Status);

        using var response = await RunAsync(failed, "try");

        await response.AssertProblemAsync(HttpStatusCode.Conflict, "dry-run-not-finished", null, Stop);
    }

    [Fact]
    public async Task Another_agencys_dry_run_is_not_there()
    {
        var dryRun = await _partner.ImportAsync(Files, Stop, dryRun: true);
        using var other = _service.PartnerOf(Guid.CreateVersion7());

        using var response = await other.PostAsJsonAsync($"/api/v1/imports/{dryRun.Id}/runs", new { }, Stop);

        await response.AssertProblemAsync(HttpStatusCode.NotFound, "import-not-found", null, Stop);
        Assert.Empty(await other.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop));
    }

    private Task<HttpResponseMessage> RunAsync(ImportResponse job, string key) =>
        _partner.SendJsonAsync(HttpMethod.Post, $"/api/v1/imports/{job.Id}/runs", "{}", Stop, idempotencyKey: key);
}
