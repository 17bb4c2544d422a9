using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Portal.Insurance.Tests;

public sealed class TextFoldingTests
{
    private static readonly UnicodeCategory[] Letters =
    [
        UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter,
        UnicodeCategory.OtherLetter,
    ];

    [Theory]
    [InlineData("Jose", "jose")]
    [InlineData("JOSÉ", "jose")]
    [InlineData("Jose\u0301", "jose")]
    [InlineData("Schäfer", "schafer")]
    [InlineData("DĄBROWSKI", "dabrowski")]
    [InlineData("Łukasz Ørsted", "lukasz orsted")]
    [InlineData("Jørgensen & Straße", "jorgensen & strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Þórsson Ðóra", "thorsson dora")]
    [InlineData("Ħamrun, Ŧ", "hamrun, t")]
    [InlineData("Kırıkkale İzmir", "kirikkale izmir")]
    [InlineData("Æsir Œuvre Ǽ", "aesir oeuvre ae")]
    [InlineData("Đặng Nguyễn Thị Hương", "dang nguyen thi huong")]
    [InlineData("Ŋ ĸ ƒ", "n q f")]
    [InlineData("ﬁrst oﬃce", "first office")]
    [InlineData("ＡＣＭＥ Ⅳ № ½", "acme iv no 1⁄2")]
    [InlineData("Acme\u00a0Co\u3000Inc", "acme co inc")]
    [InlineData("Ac\u00adme\u200b\ufeff", "acme")]
    [InlineData("O’Brien “Builders” – East‑West", "o'brien \"builders\" - east-west")]
    [InlineData("Ιωάννης ΙΩΆΝΝΗΣ", "ιωαννησ ιωαννησ")]
    [InlineData("Жуков Йод", "жуков иод")]
    [InlineData("東京 \ud83c\udfe2", "東京 \ud83c\udfe2")]
    [InlineData("", "")]
    public void Text_is_folded_to_what_anybody_can_type(string text, string folded) =>
        Assert.Equal(folded, TextFolding.Fold(text));

    [Fact]
    public void What_is_no_text_breaks_nothing()
    {
        Assert.Equal("a\ufffdb", TextFolding.Fold("a\ud800b"));
        Assert.Equal("e\ufffd", TextFolding.Fold("é\udc00"));
        Assert.Equal("e\ufffd\uffff", TextFolding.Fold("é\ufffe\uffff"));
    }

    [Fact]
    public void Folding_twice_is_folding_once() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(), text => TextFolding.Fold(
            TextFolding.Fold(text ?? "")) == TextFolding.Fold(text ?? "")));

    [Fact]
    public void The_parts_of_a_text_are_found_in_the_whole() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<string?>(),
        (before, after) => TextFolding.Fold($"{before} José {after}").Contains(" jose ", StringComparison.Ordinal)));

    [Fact]
    public void Every_character_is_folded_as_its_folded_self() =>
        Assert.Empty(Characters(rune => TextFolding.Fold(Folded(rune)) != Folded(rune)));

    [Fact]
    public void Composed_and_taken_apart_a_character_is_the_same() =>
        Assert.Empty(Characters(rune => TextFolding.Fold(Apart(rune)) != Folded(rune)));

    [Fact]
    public void No_letter_depends_on_its_case() =>
        Assert.Empty(Characters(rune => IsLetter(rune) && Folded(Rune.ToUpperInvariant(rune)) != Folded(rune)));

    [Fact]
    public void Every_Latin_letter_of_Europe_becomes_one_of_the_alphabet() => Assert.Empty(Characters(rune =>
        rune.Value is >= 'À' and <= 'ſ' && IsLetter(rune)
            && !Folded(rune).All(letter => char.IsAsciiLetterLower(letter) || letter is '\'' or '·')));

    private static string Folded(Rune rune) => TextFolding.Fold(rune.ToString());

    private static string Apart(Rune rune) =>
        rune.Value == '\ufffe' ? rune.ToString() : rune.ToString().Normalize(NormalizationForm.FormD);

    private static bool IsLetter(Rune rune) => Letters.Contains(Rune.GetUnicodeCategory(rune));

    private static List<Rune> Characters(Func<Rune, bool> are) =>
        [.. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code)).Where(are)];
}
