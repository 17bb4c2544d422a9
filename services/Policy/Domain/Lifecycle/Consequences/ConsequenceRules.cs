using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Consequences;

/// <summary>
/// Who is told of an event and what becomes of certificates. Notice is owed to those whom law and endorsements name; a
/// certificate alone gives its holder no right to it.
/// </summary>
internal static class ConsequenceRules
{
    /// <param name="happened">The event.</param>
    /// <param name="before">What was known of the policy before it.</param>
    /// <param name="audience">Those whom the policy concerns.</param>
    public static PolicyConsequences Of(PolicyEvent happened, Timeline before, Audience audience) => happened switch
    {
        PolicyEvent.CancellationNoticed notice => Told(audience.OwedNotice(notice.By)),
        PolicyEvent.NonRenewalNoticed notice => Told(
            notice.By == EndingParty.Insured ? [] : audience.OwedNotice(notice.By)),
        PolicyEvent.NoticeRescinded rescinded => new PolicyConsequences
        {
            Tell = new Parties([], ToldOfNotice(rescinded.Of, before, audience)),
        },
        PolicyEvent.Cancelled cancelled => Cancelled(cancelled, before, audience),
        PolicyEvent.Reinstated => Reinstated(before, audience),
        PolicyEvent.Renewed => new PolicyConsequences { Reissue = new Parties([.. audience.Renewed], []) },
        PolicyEvent.Rewritten => new PolicyConsequences
        {
            Tell = Parties.Nobody,
            Reissue = new Parties([.. audience.Renewed], audience.ShownExcept(audience.Renewed)),
        },
        PolicyEvent.Endorsed => new PolicyConsequences { Reissue = new Parties([], [.. audience.Shown]) },
        PolicyEvent.Corrected => new PolicyConsequences { Reissue = new Parties([.. audience.Shown], []) },
        _ => new PolicyConsequences(),
    };

    private static PolicyConsequences Told(IReadOnlyList<string> must) => new() { Tell = new Parties(must, []) };

    private static PolicyConsequences Cancelled(PolicyEvent.Cancelled cancelled, Timeline before, Audience audience)
    {
        // Where nobody was asked, those count whom an insurer would owe notice: they are the most.
        var by = cancelled.By ?? EndingParty.Insurer;
        var owed = audience.OwedNotice(by);
        var noticed = by == EndingParty.Insurer && before.Endings.Any(
            ending => ending is { Cause: EndingCause.Notice, Rescinded: null } && ending.Day == cancelled.Effective);
        var renewalOnly = before.IsARenewalsFirstDay(cancelled.Effective);
        return new PolicyConsequences
        {
            Tell = new Parties(noticed ? [] : owed, audience.ShownExcept(owed)),
            // Who gets no renewals still has the certificate of a term that runs on.
            Withdraw = [.. renewalOnly ? audience.Renewed : audience.Shown],
        };
    }

    private static PolicyConsequences Reinstated(Timeline before, Audience audience)
    {
        var owed = before.Endings.Where(ending => ending.Stands && ending.Cause != EndingCause.Rewrite)
            .OrderBy(ending => ending.Day)
            .Select(ending => audience.OwedNotice(ending.By)).FirstOrDefault([]);
        return new PolicyConsequences { Tell = new Parties(owed, audience.ShownExcept(owed)) };
    }

    private static IReadOnlyList<string> ToldOfNotice(long version, Timeline before, Audience audience)
    {
        var by = before.Endings.FirstOrDefault(ending => ending.Version == version)?.By;
        if (by is { } party)
        {
            return audience.OwedNotice(party);
        }

        var notice = before.NonRenewals.First(notice => notice.Version == version);
        return notice.By == EndingParty.Insured ? [] : audience.OwedNotice(notice.By);
    }
}
