using Portal.Policies.Features.Imports.RunImportStage;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Domain;

public sealed class HolderBatchesTests
{
    [Fact]
    public void Rows_of_one_ZIP_code_travel_together_in_their_order()
    {
        var rows = Enumerable.Range(2, 10_000)
            .Select(line => Some.Holder(line, $"{10_000 + (line % 40)}{(line % 3 == 0 ? "-1234" : "")}")).ToList();

        var batches = HolderBatches.Cut(rows, row => row.Address.Zip).ToList();

        Assert.True(batches.Count >= 5);
        Assert.All(batches, batch => Assert.InRange(batch.Length, 1, HolderBatches.MostRows));
        Assert.Equal(rows.Select(row => row.Line), batches.SelectMany(batch => batch).Select(row => row.Line).Order());
        Assert.All(
            batches.SelectMany((batch, index) => batch.Select(row => (Zip: row.Address.Zip[..5], index)))
                .GroupBy(row => row.Zip),
            zip => Assert.Single(zip.Select(row => row.index).Distinct()));
        Assert.All(batches, batch => Assert.All(
            batch.GroupBy(row => row.Address.Zip[..5]), zip => Assert.Equal(
                zip.Select(row => row.Line).Order(), zip.Select(row => row.Line))));
    }

    [Fact]
    public void Up_to_two_thousand_rows_are_one_batch() =>
        Assert.Single(
            HolderBatches.Cut(
                [.. Enumerable.Range(2, 2_000).Select(line => Some.Holder(line, "07102"))], row => row.Address.Zip));
}
