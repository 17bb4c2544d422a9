using Portal.ServiceDefaults.Paging;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Certificates;
using Portal.Web.Api.Policies;
using Portal.Web.Components.Status;
using Portal.Web.Formats;

namespace Portal.Web.Pages.Insured.ShowHome;

/// <summary>Finds what a client has to see to, the most pressing first.</summary>
internal static class ClientTasks
{
    /// <summary>Days before a term's end from which the client is told to think of what has changed.</summary>
    public const int Soon = 30;

    private const string Ask = "#ask";

    /// <param name="account">The client's account.</param>
    /// <param name="policies">Its policies.</param>
    /// <param name="undelivered">Certificates whose mail was given up, the first page of them.</param>
    /// <param name="consent">The client's consent; null where it is not the reader's to decide.</param>
    /// <param name="today">Today in UTC.</param>
    public static IReadOnlyList<ClientTask> Of(
        Guid account, IReadOnlyList<Policy> policies, Page<Certificate> undelivered, Consent? consent,
        DateOnly today) =>
    [
        .. policies.Where(policy => policy.IsExpired).Select(Ended),
        .. AskedToLetIn(account, consent),
        .. NotArrived(account, undelivered),
        .. policies.Where(policy => EndsSoon(policy, today)).GroupBy(policy => policy.Expiration)
            .Select(together => Ending([.. together], today)),
    ];

    private static bool EndsSoon(Policy policy, DateOnly today) =>
        policy is { IsExpired: false, IsCancelled: false } && policy.Expiration.DayNumber - today.DayNumber <= Soon;

    private static ClientTask Ended(Policy policy) => new(
        Tone.Bad,
        $"{Glossary.Line(policy.Line)} has run out",
        $"It ended on {Format.Date(policy.Expiration)} and no new term is known here. Ask your agency today.",
        Ask,
        "Whom to ask");

    private static ClientTask Ending(IReadOnlyList<Policy> together, DateOnly today)
    {
        var days = Format.Count(together[0].Expiration.DayNumber - today.DayNumber, "day");
        return new ClientTask(
            Tone.Warn,
            together.Count == 1
                ? $"{Glossary.Line(together[0].Line)} ends in {days}"
                : $"{string.Join(", ", together.SkipLast(1).Select(policy => Glossary.Line(policy.Line)))} and "
                    + $"{Glossary.Line(together[^1].Line).ToLowerInvariant()} end in {days}",
            "Your agency sees to the renewal. Tell them what has changed: people, vehicles, places, the work you do.",
            Ask,
            "Whom to tell");
    }

    private static IEnumerable<ClientTask> AskedToLetIn(Guid account, Consent? consent)
    {
        if (consent is { Given: false, AskedAt: not null })
        {
            yield return new ClientTask(
                Tone.Info,
                "Your agency asks to be let into your account",
                "You withdrew your consent. You decide whether they may help you in here again.",
                $"/a/{account}/access",
                "Decide");
        }
    }

    private static IEnumerable<ClientTask> NotArrived(Guid account, Page<Certificate> undelivered)
    {
        var count = undelivered.Items.Count(certificate => certificate.Status == "current");
        if (count > 0)
        {
            yield return new ClientTask(
                Tone.Warn,
                $"{Format.Count(count, "certificate")}{(undelivered.Next is null ? "" : " or more")} did not arrive",
                "The mail was not accepted. Send it on yourself, or ask your agency to correct the address.",
                $"/a/{account}/certificates?delivery=failed",
                "See which");
        }
    }
}
