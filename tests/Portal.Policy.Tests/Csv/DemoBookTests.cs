using Portal.Policies.Csv;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Csv;

public sealed class DemoBookTests
{
    [Theory]
    [InlineData("book", 25, 123, 693)]
    [InlineData("heavy", 1, 5, 2000)]
    public void Every_row_of_the_demo_data_can_be_imported(string book, int clients, int policies, int holders)
    {
        var clientRows = ClientSheet.Read(Open(book, ClientSheet.Layout));
        var policyRows = PolicySheet.Read(Open(book, PolicySheet.Layout), Some.Now);
        var holderRows = HolderSheet.Read(Open(book, HolderSheet.Layout));

        Assert.Empty(clientRows.Problems.Concat(policyRows.Problems).Concat(holderRows.Problems));
        Assert.Equal(
            (clients, policies, holders), (clientRows.Good.Count(), policyRows.Good.Count(), holderRows.Good.Count()));
    }

    private static Sheet Open(string book, SheetLayout layout) => Sheet.Read(
        layout, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Demo", book, $"{layout.File}.csv")));
}
