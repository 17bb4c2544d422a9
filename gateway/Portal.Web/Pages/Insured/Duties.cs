using Portal.ServiceDefaults.Paging;
using Portal.Web.Components.Status;
using Portal.Web.Formats;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Certificates;
using Portal.Web.Services.Policies;

namespace Portal.Web.Pages.Insured;

/// <summary>Finds what a client has to see to, the most pressing first.</summary>
internal static class Duties
{
    /// <summary>Days before a term's end from which the client is told to think of what has changed.</summary>
    public const int Soon = 30;

    private const string Ask = "#ask";

    /// <param name="account">The client's account.</param>
    /// <param name="policies">Its policies.</param>
    /// <param name="undelivered">Certificates whose mail was given up, the first page of them.</param>
    /// <param name="consent">The client's consent; null where it is not the reader's to decide.</param>
    /// <param name="today">Today in UTC.</param>
    public static IReadOnlyList<Duty> Of(
        Guid account, IReadOnlyList<Policy> policies, Page<Certificate> undelivered, Consent? consent, DateOnly today) =>
    [
        .. policies.Where(policy => policy.IsExpired).Select(Ended),
        .. AskedToLetIn(account, consent),
        .. NotArrived(account, undelivered),
        .. policies.Where(policy => EndsSoon(policy, today)).GroupBy(policy => policy.Expiration).Select(together => Ending([.. together], today)),
    ];

    private static bool EndsSoon(Policy policy, DateOnly today) =>
        policy is { IsExpired: false, IsCancelled: false } && policy.Expiration.DayNumber - today.DayNumber <= Soon;

    private static Duty Ended(Policy policy) => new(
        Tone.Bad,
        $"{Terms.Line(policy.Line)} has run out",
        $"It ended on {Show.Date(policy.Expiration)} and no new term is known here. Ask your agency today.",
        Ask,
        "Whom to ask");

    private static Duty Ending(IReadOnlyList<Policy> together, DateOnly today)
    {
        var days = Show.Count(together[0].Expiration.DayNumber - today.DayNumber, "day");
        return new Duty(
            Tone.Warn,
            together.Count == 1
                ? $"{Terms.Line(together[0].Line)} ends in {days}"
                : $"{string.Join(", ", together.SkipLast(1).Select(policy => Terms.Line(policy.Line)))} and {Terms.Line(together[^1].Line).ToLowerInvariant()} end in {days}",
            "Your agency sees to the renewal. Tell them what has changed: people, vehicles, places, the work you do.",
            Ask,
            "Whom to tell");
    }

    private static IEnumerable<Duty> AskedToLetIn(Guid account, Consent? consent)
    {
        if (consent is { Given: false, AskedAt: not null })
        {
            yield return new Duty(
                Tone.Info,
                "Your agency asks to be let into your account",
                "You withdrew your consent. You decide whether they may help you in here again.",
                $"/a/{account}/access",
                "Decide");
        }
    }

    private static IEnumerable<Duty> NotArrived(Guid account, Page<Certificate> undelivered)
    {
        var count = undelivered.Items.Count(certificate => certificate.Status == "current");
        if (count > 0)
        {
            yield return new Duty(
                Tone.Warn,
                $"{Show.Count(count, "certificate")}{(undelivered.Next is null ? "" : " or more")} did not arrive",
                "The mail was not accepted. Send it on yourself, or ask your agency to correct the address.",
                $"/a/{account}/certificates?delivery=failed",
                "See which");
        }
    }
}
