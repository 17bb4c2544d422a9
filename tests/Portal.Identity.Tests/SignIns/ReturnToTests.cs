using FsCheck;
using FsCheck.Fluent;
using Portal.Identity.Domain.SignIns;

namespace Portal.Identity.Tests.SignIns;

public sealed class ReturnToTests
{
    private const string Pieces = "/\\:@.?#%&=ab \t\r\n\0\u0085\u2028｡／0;,~[]";

    private static readonly Uri Portal = new("https://portal.test/sign-in/harborlight");

    [Fact]
    public void What_is_accepted_never_leaves_the_portal() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Generator.Or(Texts()).ToArbitrary(),
        asked => ReturnTo.Read(asked) is not { } path || StaysAt(path)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_browsers_leave_out_or_turn_round_never_leads_away() => Prop.ForAll(
        Texts().Select(text => "/" + text).ToArbitrary(),
        asked => ReturnTo.Read(asked) is not { } path || StaysAt(Simplified(path))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("/")]
    [InlineData("/a/01989f3e/certificates?q=a%20b&page=2#row-3")]
    [InlineData("/as/01989f3e/")]
    public void Paths_of_the_portal_are_kept(string asked) => Assert.Equal(asked, ReturnTo.Read(asked));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\u0085/evil.example")]
    public void Everything_else_is_passed_over(string? asked) => Assert.Null(ReturnTo.Read(asked));

    private static Gen<string> Texts() =>
        Gen.ArrayOf(Gen.Elements(Pieces.ToCharArray())).Select(text => new string(text));

    private static bool StaysAt(string path) =>
        Uri.TryCreate(Portal, path, out var resolved) && resolved.Scheme == Portal.Scheme
            && resolved.Authority == Portal.Authority;

    // The URL Standard takes tabs and line ends out, and reads a backslash as a slash.
    private static string Simplified(string path) =>
        string.Concat(path.Where(one => one is not ('\t' or '\r' or '\n'))).Replace('\\', '/');
}
