using FsCheck;
using FsCheck.Fluent;
using Portal.Pdf.Content;

namespace Portal.Pdf.Tests.Content;

public sealed class LineBreakerTests
{
    [Fact]
    public void Lines_break_at_spaces_and_keep_the_paragraphs() => Assert.Equal(
        ["one two", "three", "", "four"],
        LineBreaker.Break(Sample.Regular, 10, 45, "one two three\n\nfour"));

    [Fact]
    public void A_word_wider_than_a_line_is_cut_behind_a_hyphen() => Assert.Equal(
        ["NUMBER-", "123456"],
        LineBreaker.Break(Sample.Regular, 10, 60, "NUMBER-123456"));

    [Fact]
    public void Ten_thousand_characters_without_a_space_are_cut_where_the_lines_end()
    {
        var lines = LineBreaker.Break(Sample.Regular, 8, 500, new string('W', 10_000));
        Assert.Equal(10_000, lines.Sum(line => line.Length));
        Assert.All(lines, line => Assert.True(Sample.Regular.Measure(line, 8) <= 500));
    }

    [Fact]
    public void No_character_is_lost_and_every_line_fits() => Prop.ForAll<string>(text =>
    {
        var lines = LineBreaker.Break(Sample.Regular, 10, 50, text ?? "");
        return lines.All(line => line.Length <= 2 || Sample.Regular.Measure(line, 10) <= 50.001)
            && Visible(string.Concat(lines)) == Visible(text ?? "");
    }).QuickCheckThrowOnFailure();

    private static string Visible(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
