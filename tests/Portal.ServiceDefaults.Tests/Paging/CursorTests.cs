using System.Buffers.Text;
using System.Text;
using Portal.ServiceDefaults.Paging;

namespace Portal.ServiceDefaults.Tests.Paging;

public sealed class CursorTests
{
    private sealed record Key(string Name, Guid Id);

    [Fact]
    public void A_cursor_gives_its_key_back()
    {
        var key = new Key("Müller & Söhne", Guid.CreateVersion7());

        Assert.True(Cursor.TryDecode<Key>(Cursor.Encode(key), out var read));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!")]
    [InlineData("bnVsbA")]
    [InlineData("bm90IGpzb24")]
    [InlineData("WzFd")]
    public void What_is_no_cursor_of_this_list_is_refused(string cursor)
    {
        Assert.False(Cursor.TryDecode<Key>(cursor, out _));
    }

    [Theory]
    [InlineData("""{"Name":"a\u0000","Id":"00000000-0000-0000-0000-000000000001"}""")]
    [InlineData("""{"Name":"\ud800","Id":"00000000-0000-0000-0000-000000000001"}""")]
    public void Text_that_no_row_can_have_is_refused(string json)
    {
        Assert.False(Cursor.TryDecode<Key>(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json)), out _));
    }

    [Fact]
    public void An_instant_that_is_not_in_UTC_is_refused()
    {
        var noon = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.True(Cursor.TryDecode<DateTimeOffset>(Cursor.Encode(noon), out var read));
        Assert.Equal(noon, read);
        Assert.False(Cursor.TryDecode<DateTimeOffset>(Cursor.Encode(noon.ToOffset(TimeSpan.FromHours(2))), out _));
    }

    [Fact]
    public void A_cursor_beyond_the_bound_is_refused()
    {
        var cursor = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"\"{new string('x', 3000)}\""));

        Assert.False(Cursor.TryDecode<string>(cursor, out _));
    }
}
