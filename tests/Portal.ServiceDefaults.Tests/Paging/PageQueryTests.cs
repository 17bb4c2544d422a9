using Portal.ServiceDefaults.Paging;

namespace Portal.ServiceDefaults.Tests.Paging;

public sealed class PageQueryTests
{
    private static readonly Guid Last = Guid.CreateVersion7();

    [Theory]
    [InlineData(null, 50)]
    [InlineData(0, 1)]
    [InlineData(-3, 1)]
    [InlineData(7, 7)]
    [InlineData(5000, 200)]
    public void A_limit_is_kept_within_bounds(int? asked, int used)
    {
        Assert.Equal(used, new PageQuery { Limit = asked }.Rows);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void The_list_begins_where_the_cursor_is_left_out_or_empty(string? cursor)
    {
        Assert.True(new PageQuery { Cursor = cursor }.TryReadCursor(out Guid? last));

        Assert.Null(last);
    }

    [Fact]
    public void The_list_goes_on_after_the_cursor()
    {
        Assert.True(new PageQuery { Cursor = Cursor.Encode(Last) }.TryReadCursor(out Guid? last));

        Assert.Equal(Last, last);
    }

    [Fact]
    public void A_cursor_of_another_list_is_refused()
    {
        Assert.False(new PageQuery { Cursor = Cursor.Encode("Acme") }.TryReadCursor(out Guid? _));
    }

    [Fact]
    public void A_page_ends_with_a_cursor_to_its_last_row_while_there_is_more()
    {
        var page = new PageQuery { Limit = 2 }.ToPage([1, 2, 3], row => row * 10, row => row);

        Assert.Equal([10, 20], page.Items);
        Assert.Equal(Cursor.Encode(2), page.Next);
    }

    [Fact]
    public void The_last_page_has_no_cursor()
    {
        var page = new PageQuery { Limit = 2 }.ToPage([1, 2], row => row * 10, row => row);

        Assert.Equal([10, 20], page.Items);
        Assert.Null(page.Next);
    }
}
