namespace Portal.Insurance;

/// <summary>A standard endorsement by its form number.</summary>
/// <param name="Number">
/// Number of the form without its edition date, as ISO and NCCI print it, such as <c>CG 20 10</c>.
/// </param>
/// <param name="Grant">What it gives a certificate holder.</param>
/// <param name="Explanation">
/// What it does, for a reader who is not of the field; null where only the form itself can say.
/// </param>
public sealed record EndorsementForm(string Number, HolderGrant Grant, string? Explanation = null)
{
    /// <summary>Every standard endorsement that the lines know.</summary>
    public static IReadOnlyList<EndorsementForm> All => Known.All;

    private string Compact { get; } = Letters(Number);

    /// <summary>The standard endorsement that a policy's is; null where it is none of them.</summary>
    /// <param name="endorsement">
    /// Number as the policy has it, however it is spaced and with or without an edition date, such as <c>CG 20 10 04
    /// 13</c>.
    /// </param>
    public static EndorsementForm? Find(string endorsement)
    {
        var letters = Letters(endorsement);
        return All.FirstOrDefault(form => letters.StartsWith(form.Compact, StringComparison.OrdinalIgnoreCase));
    }

    private static string Letters(string number) => string.Concat(number.Where(char.IsAsciiLetterOrDigit));

    // Apart, since lines make their endorsements while they are themselves being listed.
    private static class Known
    {
        public static readonly EndorsementForm[] All = [.. LineOfBusiness.All.SelectMany(line => line.Endorsements)];
    }
}
