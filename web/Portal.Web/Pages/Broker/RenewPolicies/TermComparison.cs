using Portal.Web.Api.Policies;
using Portal.Web.Formats;

namespace Portal.Web.Pages.Broker.RenewPolicies;

/// <summary>One line of a renewal, as it is and as it will be; a name may take several lines on the page.</summary>
internal sealed record TermComparison(string Label, string Before, string After, bool IsName = false)
{
    private const string None = "—";

    public bool Differs => Before != After;

    /// <summary>All lines that a renewal of this portal's pages can change.</summary>
    public static IReadOnlyList<TermComparison> Of(PreviewedRenewal renewal)
    {
        var (before, after) = (renewal.Before, renewal.After);
        return
        [
            new("Effective", Format.Date(before.Effective), Format.Date(after.Effective)),
            new("Expiration", Format.Date(before.Expiration), Format.Date(after.Expiration)),
            new("Policy number", before.Number, after.Number),
            new("Insurer", before.Carrier.Name, after.Carrier.Name, IsName: true),
            new("NAIC code", before.Carrier.Naic, after.Carrier.Naic),
            .. Glossary.LimitsOf(renewal.Line)
                .Select(
                    name => new TermComparison(
                        Glossary.Limit(renewal.Line, name), Amount(before, name), Amount(after, name)))
                .Where(change => change.Before != None || change.Differs),
        ];
    }

    private static string Amount(PolicyTerm term, string name) =>
        term.Limits.GetValueOrDefault(name) is { } amount ? Format.Money(amount) : None;
}
