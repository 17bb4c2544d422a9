using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Portal.Certificate.Tests.Support;
using Portal.Certificates.Features.Holders;
using Portal.Contracts.Imports;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Certificate.Tests.Features;

public sealed class ExportHoldersTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _policy = Guid.CreateVersion7();
    private CertificateService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await CertificateService.StartAsync(servers, Stop);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_formula_stays_text_in_the_export()
    {
        const string Formula = "=HYPERLINK(\"http://evil.example\",\"click\")";
        var file = await ExportAsync(Some.Holder(1, _policy) with { Name = Formula });
        var holders = await _service.PartnerOf(_agency).ItemsAsync<HolderResponse>("/api/v1/holders", Stop);

        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"click\"\")\"", file, StringComparison.Ordinal);
        Assert.Equal(Formula, Assert.Single(holders).Name);
    }

    [Theory]
    [InlineData("ok\n=1+1", "\"ok\n'=1+1\"")]
    [InlineData("ok\u2028＝1+1", "\"ok\u2028'＝1+1\"")]
    [InlineData("ok;=1+1", "\"ok;'=1+1\"")]
    [InlineData("ok", "\"ok\"")]
    public async Task A_description_begins_no_row_and_no_formula(string description, string cell)
    {
        var file = await ExportAsync(Some.Holder(1, _policy) with { Description = description });

        Assert.EndsWith($",{cell}\r\n", file, StringComparison.Ordinal);
        using var rows = new CsvParser(new StringReader(file), new CsvConfiguration(CultureInfo.InvariantCulture));
        Assert.True(rows.Read());
        Assert.True(rows.Read());
        Assert.Equal(14, rows.Count);
        Assert.False(rows.Read());
    }

    [Fact]
    public async Task A_program_that_would_guess_another_character_set_is_told_by_the_mark_at_the_front()
    {
        await ExportAsync(Some.Holder(1, _policy) with { Name = "Jørgensen Bank, N.A." });

        var bytes = await _service.PartnerOf(_agency).GetByteArrayAsync("/api/v1/holders/export", Stop);

        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'"'], bytes[..4]);
    }

    private async Task<string> ExportAsync(HolderRow row)
    {
        await _service.ImportAsync(Some.Import(_agency, _account, row), Stop);
        return await _service.PartnerOf(_agency).GetStringAsync($"/api/v1/holders/export?client={_account}", Stop);
    }
}
