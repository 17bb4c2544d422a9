using Portal.Policies.Features.RunImport;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Domain;

public sealed class HolderOrdersTests
{
    [Fact]
    public void Rows_of_one_ZIP_code_travel_together_in_their_order()
    {
        var rows = Enumerable.Range(2, 10_000).Select(line => Some.Holder(line, $"{10_000 + (line % 40)}{(line % 3 == 0 ? "-1234" : "")}")).ToList();

        var orders = HolderOrders.Cut(rows, row => row.Address.Zip).ToList();

        Assert.True(orders.Count >= 5);
        Assert.All(orders, order => Assert.InRange(order.Length, 1, HolderOrders.MostRows));
        Assert.Equal(rows.Select(row => row.Line), orders.SelectMany(order => order).Select(row => row.Line).Order());
        Assert.All(
            orders.SelectMany((order, index) => order.Select(row => (Zip: row.Address.Zip[..5], index))).GroupBy(row => row.Zip),
            zip => Assert.Single(zip.Select(row => row.index).Distinct()));
        Assert.All(orders, order => Assert.All(
            order.GroupBy(row => row.Address.Zip[..5]), zip => Assert.Equal(zip.Select(row => row.Line).Order(), zip.Select(row => row.Line))));
    }

    [Fact]
    public void Up_to_two_thousand_rows_are_one_order() =>
        Assert.Single(HolderOrders.Cut([.. Enumerable.Range(2, 2_000).Select(line => Some.Holder(line, "07102"))], row => row.Address.Zip));
}
