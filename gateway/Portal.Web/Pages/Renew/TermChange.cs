using Portal.Web.Formats;
using Portal.Web.Services.Policies;

namespace Portal.Web.Pages.Renew;

/// <summary>One line of a renewal, as it is and as it will be; a name may take several lines on the page.</summary>
internal sealed record TermChange(string Label, string Before, string After, bool IsName = false)
{
    private const string None = "—";

    public bool Differs => Before != After;

    /// <summary>All lines that a renewal of this portal's pages can change.</summary>
    public static IReadOnlyList<TermChange> Of(PreviewedRenewal renewal)
    {
        var (before, after) = (renewal.Before, renewal.After);
        return
        [
            new("Effective", Show.Date(before.Effective), Show.Date(after.Effective)),
            new("Expiration", Show.Date(before.Expiration), Show.Date(after.Expiration)),
            new("Policy number", before.Number, after.Number),
            new("Insurer", before.Carrier.Name, after.Carrier.Name, IsName: true),
            new("NAIC code", before.Carrier.Naic, after.Carrier.Naic),
            .. Terms.LimitsOf(renewal.Line)
                .Select(name => new TermChange(Terms.Limit(renewal.Line, name), Amount(before, name), Amount(after, name)))
                .Where(change => change.Before != None || change.Differs),
        ];
    }

    private static string Amount(PolicyTerm term, string name) => term.Limits.GetValueOrDefault(name) is { } amount ? Show.Money(amount) : None;
}
