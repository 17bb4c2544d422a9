using System.Collections.Frozen;

namespace Portal.Insurance;

/// <summary>Two-letter codes of states, territories and military post (USPS Publication 28, appendix B).</summary>
public static class UsStates
{
    public static FrozenSet<string> Codes { get; } =
        ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND "
            + "OH OK OR PA "
        + "RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
