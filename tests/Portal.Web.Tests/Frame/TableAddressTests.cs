using Portal.Web.Components.Tables;

namespace Portal.Web.Tests.Frame;

/// <summary>What a table shows stands in the address.</summary>
public sealed class TableAddressTests
{
    private static readonly TableAddress Address = new("/clients", "?search=a%26b&status=active&sort=name&cursor=abc");

    [Fact]
    public void Another_order_keeps_the_filters_and_begins_at_the_first_page() =>
        Assert.Equal("/clients?search=a%26b&status=active&sort=renewal", Address.SortedBy("renewal"));

    [Fact]
    public void The_same_order_again_turns_round() =>
        Assert.EndsWith("sort=-name", Address.SortedBy("name"), StringComparison.Ordinal);

    [Fact]
    public void A_page_keeps_filters_and_order() =>
        Assert.Equal("/clients?search=a%26b&status=active&sort=name&cursor=next", Address.At("next"));

    [Fact]
    public void Without_filters_only_the_order_stays()
    {
        Assert.True(Address.IsFiltered);
        Assert.Equal("/clients?sort=name", Address.Unfiltered);
        Assert.False(new TableAddress("/clients", "?sort=name&cursor=abc&search=").IsFiltered);
    }
}
