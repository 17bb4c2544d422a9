using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies.Rules;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies;

/// <summary>Corrects a policy's last term by what it should say, whichever event said otherwise.</summary>
internal static class TermCorrection
{
    /// <summary>The last term as it stands, for what it should say to be made of.</summary>
    public static TermFacts LastFacts(this PolicyLife life) => life.Policy.Current.Facts();

    /// <summary>Makes the last term say what it should; one that says so already stays.</summary>
    /// <returns>What is wrong; empty when the term reads as given, changed or not.</returns>
    public static IReadOnlyList<Error> CorrectLast(this PolicyLife life, TermFacts right, DateTimeOffset now)
    {
        if (life.LastFacts() == right)
        {
            return [];
        }

        if (CancelledPolicyStaysCancelled.Check(life.Policy) is { } cancelled)
        {
            return [cancelled];
        }

        var change = life.LastFacts().ChangeTo(right);
        return EndorsedOtherwise(life, change) is { } endorsed
            ? [endorsed]
            : life.Record(new PolicyCommand.Correct(life.Policy.Current.Version, change), now).Errors;
    }

    // What an endorsement brought is not of the event that put the term onto the books.
    private static ChangeWasEndorsed? EndorsedOtherwise(PolicyLife life, EventChange change)
    {
        foreach (var endorsement in life.Timeline.TermsOnBooks.Last().Endorsements.Reverse())
        {
            if (change.Expiration is not null
                && life.Find(endorsement.Version) is PolicyEvent.Endorsed { Expiration: not null })
            {
                return new ChangeWasEndorsed(endorsement.Version) { Field = nameof(PolicyTerm.Expiration) };
            }

            if (endorsement.Change.Overlaps(change.Values))
            {
                var key = endorsement.Change.Keys.First(key => change.Values.Keys.Contains(key));
                return new ChangeWasEndorsed(endorsement.Version) { Field = PolicyMembers.OfKey(key) };
            }
        }

        return null;
    }
}
