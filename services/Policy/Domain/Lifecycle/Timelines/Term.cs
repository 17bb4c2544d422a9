using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>A term with its endorsements.</summary>
/// <param name="Version">Of the event that put it onto the books.</param>
/// <param name="Facts">What was said of it then.</param>
internal sealed record Term(long Version, TermFacts Facts)
{
    public DateOnly Effective => Facts.Effective;

    /// <summary>Day on which it ends at 12:01 a.m., as its endorsements have it.</summary>
    public DateOnly Expiration => StretchedTo ?? Facts.Expiration;

    /// <summary>By effective day, then by recording.</summary>
    public IReadOnlyList<Endorsement> Endorsements { get; private init; } = [];

    private DateOnly? StretchedTo { get; init; }

    public bool Holds(DateOnly day) => Effective <= day && day < Expiration;

    /// <summary>Whether both would cover a same day.</summary>
    public bool Overlaps(Term other) => Effective < other.Expiration && other.Effective < Expiration;

    /// <summary>The term's own values, then its endorsements' up to a day.</summary>
    public TermValues ValuesOn(DateOnly day) => Endorsements.TakeWhile(endorsement => endorsement.Effective <= day)
        .Aggregate(Facts.Values, (values, endorsement) => values.With(endorsement.Change));

    /// <summary>What it says on its last day.</summary>
    public TermValues LastValues => ValuesOn(Expiration);

    public Term With(Endorsement endorsement, DateOnly? expiration) => this with
    {
        Endorsements =
        [
            .. Endorsements.Append(endorsement).OrderBy(each => each.Effective).ThenBy(each => each.Version),
        ],
        StretchedTo = expiration ?? StretchedTo,
    };
}
