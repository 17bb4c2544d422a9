using Portal.Policies.Domain;

namespace Portal.Policies.Tests.Domain;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Schäfer", "schafer")]
    [InlineData("DĄBROWSKI", "dabrowski")]
    [InlineData("Jørgensen & Straße", "jorgensen & strasse")]
    [InlineData("e\u0301", "e")]
    [InlineData("Ιωάννης", "ιωαννης")]
    public void Case_and_accents_do_not_matter(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));
}
