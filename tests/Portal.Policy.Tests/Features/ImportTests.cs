using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Commands;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Features.Imports;
using Portal.Policies.Features.Policies;
using Portal.Policies.Tests.Support;
using Portal.Testing;
using Portal.Testing.Answers;
using Portal.Testing.Waiting;

namespace Portal.Policies.Tests.Features;

public sealed class ImportTests(Servers servers) : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["clients"] = PartnerCalls.Data("clients.csv"),
        ["policies"] = PartnerCalls.Data("policies.csv"),
        ["holders"] = PartnerCalls.Data("holders.csv"),
    };

    private readonly Guid _agency = Guid.CreateVersion7();
    private PolicyService _service = null!;
    private HttpClient _partner = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await PolicyService.StartAsync(servers, Stop);
        _partner = _service.PartnerOf(_agency);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_set_of_files_is_imported_and_each_refused_row_says_why()
    {
        var job = await _partner.ImportAsync(Files, Stop);

        Assert.Equal(ImportStatus.Finished, job.Status);
        job.AssertCounts("clients", added: 2, updated: 0, unchanged: 0, refused: 1);
        job.AssertCounts("policies", added: 4, updated: 0, unchanged: 0, refused: 1);
        job.AssertCounts("holders", added: 3, updated: 0, unchanged: 1, refused: 5);
        Assert.Equal(
            [
                ("clients", 4, "contact_email"),
                ("holders", 4, "email"),
                ("holders", 5, "email"), ("holders", 5, "client_ref"),
                ("holders", 8, "email"), ("holders", 8, "additional_insured"),
                ("holders", 9, "policies"),
                ("holders", 10, "policies"),
                ("policies", 6, "naic"), ("policies", 6, "client_ref"),
            ],
            job.Problems.Select(problem => (problem.File, problem.Line, problem.Column)));
        Assert.All(job.Problems, problem => Assert.NotEmpty(problem.Message));

        var policies = await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies?clientRef=C1", Stop);
        Assert.Equal(
            ["GL-1", "AU-1", "WC-1"],
            policies.Select(policy => policy.Number).OrderByDescending(n => n == "GL-1").ThenBy(n => n));
        var holders = _service.Certificate.Orders.Single(order => order.Rows.Length == 3);
        Assert.Equal(policies[0].ClientId, holders.AccountId);
        Assert.Equal(
            policies.Where(policy => policy.Line is PolicyLine.GeneralLiability or PolicyLine.Auto)
                .Select(policy => policy.Id).Order(),
            holders.Rows[0].PolicyIds.Order());
        Assert.Equal("=HYPERLINK(\"http://evil.example\",\"click\")", holders.Rows[2].Name);
        Assert.Equal("Line one\nLine two, with a comma", holders.Rows[2].Description);

        await Eventually.GetAsync(
            () => Task.FromResult(_service.Bus.Received<PolicyAdded>().Count), count => count == 4, Stop);
        var umbrella = _service.Bus.Received<PolicyAdded>().Single(added => added.Policy.Line == PolicyLine.Umbrella);
        Assert.Equal(
            (_agency, 5_000_000m, 0m),
            (umbrella.AgencyId, umbrella.Policy.Limits.EachOccurrence, umbrella.Policy.Limits.Retention));
    }

    [Fact]
    public async Task The_same_files_twice_changes_nothing()
    {
        await _partner.ImportAsync(Files, Stop);
        var tags = await TagsAsync();

        var job = await _partner.ImportAsync(Files, Stop);

        job.AssertCounts("clients", added: 0, updated: 0, unchanged: 2, refused: 1);
        job.AssertCounts("policies", added: 0, updated: 0, unchanged: 4, refused: 1);
        job.AssertCounts("holders", added: 0, updated: 0, unchanged: 4, refused: 5);
        Assert.Equal(tags, await TagsAsync());
        Assert.Empty(_service.Bus.Received<PolicyChanged>());
    }

    [Fact]
    public async Task A_dry_run_answers_the_same_and_changes_nothing()
    {
        var job = await _partner.ImportAsync(Files, Stop, dryRun: true);

        Assert.True(job.DryRun);
        job.AssertCounts("clients", added: 2, updated: 0, unchanged: 0, refused: 1);
        job.AssertCounts("policies", added: 4, updated: 0, unchanged: 0, refused: 1);
        job.AssertCounts("holders", added: 3, updated: 0, unchanged: 1, refused: 5);
        Assert.All(_service.Identity.Orders, order => Assert.True(order.DryRun));
        Assert.All(_service.Certificate.Orders, order => Assert.True(order is { DryRun: true, AccountId: null }));
        Assert.Empty(await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop));
        Assert.Equal(0, await _service.ReadAsync(db => db.Accounts.CountAsync(Stop)));

        var earnest = await _partner.ImportAsync(Files, Stop);
        Assert.Equal(job.Problems, earnest.Problems);
    }

    [Fact]
    public async Task A_changed_limit_corrects_the_policy_and_tells_of_it()
    {
        await _partner.ImportAsync(Files, Stop);
        var changed = Files["policies"].Replace("5000000,5000000", "7000000,7000000", StringComparison.Ordinal);

        var dry = await _partner.ImportAsync(
            new Dictionary<string, string> { ["policies"] = changed }, Stop, dryRun: true);
        Assert.Empty(_service.Bus.Received<PolicyChanged>());
        var job = await _partner.ImportAsync(new Dictionary<string, string> { ["policies"] = changed }, Stop);

        dry.AssertCounts("policies", added: 0, updated: 1, unchanged: 3, refused: 1);
        job.AssertCounts("policies", added: 0, updated: 1, unchanged: 3, refused: 1);
        var told = await _service.Bus.FirstAsync<PolicyChanged>(message => message.Policy.Number == "UM-2", Stop);
        Assert.Equal((2, 7_000_000m), (told.Policy.Version, told.Policy.Limits.EachOccurrence));
    }

    [Fact]
    public async Task A_later_term_is_refused_and_sends_nothing()
    {
        await _partner.ImportAsync(Files, Stop);
        var renewed = Files["policies"]
            .Replace("2026-07-01,2027-07-01", "2027-07-01,2028-07-01", StringComparison.Ordinal);

        var job = await _partner.ImportAsync(new Dictionary<string, string> { ["policies"] = renewed }, Stop);

        job.AssertCounts("policies", added: 0, updated: 0, unchanged: 1, refused: 4);
        Assert.Contains("/renewals", job.Problems[0].Message, StringComparison.Ordinal);
        Assert.Empty(_service.Bus.Received<PoliciesRenewed>());
    }

    [Fact]
    public async Task Answers_that_come_twice_or_out_of_order_count_once()
    {
        _service.Identity.Silent = true;
        var clients = new StringBuilder(Files["clients"].Split("\r\n")[0]).Append("\r\n");
        for (var number = 1; number <= 5_001; number++)
        {
            clients.Append(
                CultureInfo.InvariantCulture,
                $"N{number},Client {number},,1 Main St,Newark,NJ,07102,Contact,c{number}@client.example,\r\n");
        }

        using var response = await _partner.UploadAsync(
            new Dictionary<string, string> { ["clients"] = clients.ToString() }, dryRun: false, Stop);
        await Eventually.GetAsync(() => _service.Identity.Orders.Count, count => count == 2, Stop);
        var orders = _service.Identity.Orders.OrderByDescending(order => order.Batch).ToList();
        Assert.Equal([1, 5_000], orders.Select(order => order.Rows.Length));

        foreach (var answer in orders.Select(_service.Identity.Answer))
        {
            await _service.Bus.PublishAsync(answer, Stop);
            await _service.Bus.PublishAsync(answer, Stop);
        }

        var job = await _partner.EndOfImportAsync(response.Headers.Location!, Stop);
        await _service.Bus.PublishAsync(_service.Identity.Answer(orders[0]), Stop);

        Assert.Equal(ImportStatus.Finished, job.Status);
        job.AssertCounts("clients", added: 5_001, updated: 0, unchanged: 0, refused: 0);
        Assert.Equal(5_001, await _service.ReadAsync(db => db.Accounts.CountAsync(Stop)));
    }

    [Fact]
    public async Task Two_replicas_and_a_repeated_order_carry_an_import_out_once()
    {
        await using var replica = _service.Replica();
        _service.Identity.Silent = true;
        using var response = await _partner.UploadAsync(Files, dryRun: false, Stop);
        var id = (await response.ReadAsync<ImportResponse>(Stop)).Id;
        await Eventually.GetAsync(() => _service.Identity.Orders.Count, count => count == 1, Stop);
        await _service.Bus.PublishAsync(_service.Identity.Answer(_service.Identity.Orders.Single()), Stop);
        for (var copy = 0; copy < 10; copy++)
        {
            await _service.Bus.SendAsync(new RunImportCommand { ImportId = id }, "policy-run-import", Stop);
        }

        var job = await _partner.EndOfImportAsync(response.Headers.Location!, Stop);

        job.AssertCounts("policies", added: 4, updated: 0, unchanged: 0, refused: 1);
        job.AssertCounts("holders", added: 3, updated: 0, unchanged: 1, refused: 5);
        Assert.Equal(4, await _service.ReadAsync(db => db.Policies.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_client_that_Identity_refuses_takes_its_policies_with_it()
    {
        _service.Identity.Refused = "C2";

        var dry = await _partner.ImportAsync(Files, Stop, dryRun: true);
        var job = await _partner.ImportAsync(Files, Stop);

        job.AssertCounts("clients", added: 1, updated: 0, unchanged: 0, refused: 2);
        job.AssertCounts("policies", added: 3, updated: 0, unchanged: 0, refused: 2);
        job.AssertCounts("holders", added: 2, updated: 0, unchanged: 1, refused: 6);
        Assert.Equal(job.Problems, dry.Problems);
    }

    [Fact]
    public async Task A_contact_that_waits_to_be_confirmed_is_told_and_refuses_no_row()
    {
        _service.Identity.Proposed = "C2";

        var job = await _partner.ImportAsync(Files, Stop);

        Assert.Contains(
            job.Problems, one => one is { File: "clients", Column: "contact_email" });
        job.AssertCounts("clients", added: 2, updated: 0, unchanged: 0, refused: 1);
    }

    [Fact]
    public async Task The_order_to_Identity_names_who_sent_the_file()
    {
        await _partner.ImportAsync(Files, Stop);

        var order = Assert.Single(_service.Identity.Orders);
        Assert.Equal(("partner", false), (order.Requester.Role, string.IsNullOrEmpty(order.Requester.Id)));
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_fails_the_import_before_anything_changes()
    {
        var broken = new Dictionary<string, string>(Files) { ["holders"] = "client_ref;holder_name\r\n" };

        var job = await _partner.ImportAsync(broken, Stop);

        Assert.Equal(ImportStatus.Failed, job.Status);
        Assert.Equal(1, job.Problems[0].Line);
        Assert.Empty(_service.Identity.Orders);
        Assert.Empty(await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop));
    }

    [Fact]
    public async Task An_upload_that_is_none_is_refused_with_what_is_expected()
    {
        using var nothing = await _partner.UploadAsync(new Dictionary<string, string>(), dryRun: false, Stop);
        using var unknown = await _partner.UploadAsync(
            new Dictionary<string, string> { ["vehicles"] = "a\r\n" }, dryRun: false, Stop);
        using var json = await _partner.SendJsonAsync(HttpMethod.Post, "/api/v1/imports", "{}", Stop);
        using var maybe = await _partner.PostAsync("/api/v1/imports?dryRun=maybe", null, Stop);
        using var large = await _partner.UploadAsync(
            new Dictionary<string, string> { ["clients"] = new('x', (64 * 1024 * 1024) + 1) }, dryRun: false, Stop);

        await unknown.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "field-unexpected", "vehicles", Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.True(json.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.UnsupportedMediaType);
        await maybe.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "dry-run-invalid", "dryRun", Stop);
        await large.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "upload-too-large", null, Stop);
    }

    [Fact]
    public async Task An_import_is_seen_by_its_own_agency_alone()
    {
        using var response = await _partner.UploadAsync(Files, dryRun: true, Stop);
        using var other = await _service.PartnerOf(Guid.CreateVersion7()).GetAsync(response.Headers.Location, Stop);
        using var reader = await _service.PartnerOf(_agency, "imports.read").UploadAsync(Files, dryRun: true, Stop);

        await other.AssertProblemAsync(HttpStatusCode.NotFound, "import-not-found", null, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, reader.StatusCode);
    }

    private async Task<IReadOnlyList<string>> TagsAsync() =>
        [.. (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop)).Select(policy => policy.Etag)];
}
