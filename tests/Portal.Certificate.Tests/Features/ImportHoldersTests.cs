using Microsoft.EntityFrameworkCore;
using Portal.Certificate.Tests.Support;
using Portal.Contracts.Imports;
using Portal.Testing;

namespace Portal.Certificate.Tests.Features;

public sealed class ImportHoldersTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _policy = Guid.CreateVersion7();
    private CertificateService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await CertificateService.StartAsync(servers, Stop);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task The_same_rows_twice_change_nothing()
    {
        var rows = Enumerable.Range(1, 20).Select(number => Some.Holder(number, _policy)).ToArray();

        var first = await _service.ImportAsync(Some.Import(_agency, _account, rows), Stop);
        var second = await _service.ImportAsync(Some.Import(_agency, _account, rows), Stop);

        Assert.Equal((20, 0, 0), (first.Added, first.Updated, first.Unchanged));
        Assert.Equal((0, 0, 20), (second.Added, second.Updated, second.Unchanged));
        Assert.Equal(20, await SharesAsync());
    }

    [Fact]
    public async Task A_holder_written_otherwise_is_one_share_that_stands_as_its_last_row_says()
    {
        var row = Some.Holder(1, _policy);
        var otherwise = row with { Line = 3, Name = "HOLDER 0001 ", Email = "new@holder.example" };

        var first = await _service.ImportAsync(Some.Import(_agency, _account, row, otherwise), Stop);
        var second = await _service.ImportAsync(Some.Import(_agency, _account, row, otherwise), Stop);

        Assert.Equal((1, 0, 1), (first.Added, first.Updated, first.Unchanged));
        Assert.Equal((0, 0, 2), (second.Added, second.Updated, second.Unchanged));
        var share = await _service.ReadAsync(db => db.Shares.SingleAsync(Stop));
        Assert.Equal("new@holder.example", share.Holder.Email);
    }

    [Fact]
    public async Task A_changed_row_updates_its_share_and_keeps_its_number()
    {
        var row = Some.Holder(1, _policy);
        await _service.ImportAsync(Some.Import(_agency, _account, row), Stop);
        var before = await _service.ReadAsync(db => db.Shares.SingleAsync(Stop));

        var outcome = await _service.ImportAsync(
            Some.Import(_agency, _account, row with { ReceivesRenewals = false }), Stop);

        var after = await _service.ReadAsync(db => db.Shares.SingleAsync(Stop));
        Assert.Equal((0, 1, 0), (outcome.Added, outcome.Updated, outcome.Unchanged));
        Assert.Equal(before.CertificateNumber, after.CertificateNumber);
        Assert.False(after.ReceivesRenewals);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_changes_nothing()
    {
        var row = Some.Holder(1, _policy);
        await _service.ImportAsync(Some.Import(_agency, _account, row), Stop);

        var changed = row with { Description = "Another wording" };
        var outcome = await _service.ImportAsync(
            Some.Import(_agency, _account, changed, Some.Holder(2, _policy)) with { DryRun = true }, Stop);
        var ofNobodyYet = await _service.ImportAsync(
            Some.Import(_agency, _account, Some.Holder(3, _policy)) with { DryRun = true, AccountId = null }, Stop);

        Assert.Equal((1, 1, 0), (outcome.Added, outcome.Updated, outcome.Unchanged));
        Assert.Equal(1, ofNobodyYet.Added);
        var share = await _service.ReadAsync(db => db.Shares.SingleAsync(Stop));
        Assert.Null(share.Terms.Description);
    }

    [Fact]
    public async Task An_order_that_comes_twice_is_carried_out_once()
    {
        var order = Some.Import(_agency, _account, Some.Holder(1, _policy));
        await _service.ImportAsync(order, Stop);
        await _service.Bus.SendAsync(order, CertificateService.ImportQueue, Stop);

        var next = await _service.ImportAsync(Some.Import(_agency, _account, Some.Holder(2, _policy)), Stop);

        Assert.Equal(1, next.Added);
        Assert.Single(
            _service.Bus.Received<HoldersImported>(), outcome => outcome.ImportId == order.ImportId);
    }

    private Task<int> SharesAsync() => _service.ReadAsync(db => db.Shares.CountAsync(Stop));
}
