using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CorrectEvent;

/// <summary>What an event should have said; each type of event takes the members that it has.</summary>
public sealed record EventChangeRequest
{
    private const string EffectiveName = "effective";
    private const string ByName = "by";
    private const string MailedOnName = "mailedOn";

    public PolicyLine? Line { get; init; }

    public string? Number { get; init; }

    public CarrierRequest? Carrier { get; init; }

    /// <summary>IANA zone by whose clock the policy runs.</summary>
    public string? Zone { get; init; }

    public DateOnly? Effective { get; init; }

    public DateOnly? Expiration { get; init; }

    /// <summary>Limits by name, in whole US dollars; one given as null is taken out.</summary>
    public IReadOnlyDictionary<string, decimal?>? Limits { get; init; }

    public CoverageRequest? Coverage { get; init; }

    /// <summary>Day on which a notice was mailed.</summary>
    public DateOnly? MailedOn { get; init; }

    /// <summary>Day as of which a notice was withdrawn.</summary>
    public DateOnly? On { get; init; }

    public EndingParty? By { get; init; }

    public CancellationKind? Kind { get; init; }

    public bool? Lapse { get; init; }

    /// <summary>The reason that should have been given.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads the change; which values it takes out is known with the event.</summary>
    internal Func<PolicyEvent?, EventChange> Read(List<Error> problems)
    {
        if (Zone is not null && CoverClock.Find(Zone) is null)
        {
            problems.Add(
                new FieldInvalid("change.zone", "Name a zone of the IANA database, such as America/New_York."));
        }

        var reason = new EventFields(problems, "change.").MayHaveReason(Reason);
        var term = TermChangeReader.Read(Number, Carrier, Limits, Coverage, "change.", problems);
        return wrong => new EventChange
        {
            Line = Line,
            Number = Number?.Trim(),
            Carrier = Carrier?.Name?.Trim(),
            Naic = Carrier?.Naic?.Trim(),
            Zone = Zone,
            Effective = Effective,
            Expiration = Expiration,
            Values = term.Over(ValuesOf(wrong)),
            MailedOn = MailedOn,
            On = On,
            By = By,
            Kind = Kind,
            Lapse = Lapse,
            Reason = reason,
        };
    }

    /// <summary>Members that an event has not.</summary>
    internal IReadOnlyList<Error> NotOf(PolicyEvent wrong) =>
    [
        .. Given().Except(MembersOf(wrong)).Select(
            member => new MemberNotOfEvent(member, PolicyEventJson.KindOf(wrong)) { Field = $"change.{member}" }),
    ];

    private static TermValues ValuesOf(PolicyEvent? wrong) => wrong switch
    {
        PolicyEvent.Added added => added.First.Values,
        PolicyEvent.Renewed renewed => renewed.Next.Values,
        PolicyEvent.Endorsed endorsed => endorsed.Change,
        _ => TermValues.None,
    };

    private static string[] MembersOf(PolicyEvent wrong) => wrong switch
    {
        PolicyEvent.Added =>
            ["line", "number", "carrier", "zone", EffectiveName, "expiration", "limits", "coverage", "reason"],
        PolicyEvent.Renewed =>
            ["number", "carrier", EffectiveName, "expiration", "limits", "coverage", "reason"],
        PolicyEvent.Endorsed => [EffectiveName, "expiration", "limits", "coverage", "reason"],
        PolicyEvent.CancellationNoticed => [MailedOnName, EffectiveName, ByName, "reason"],
        PolicyEvent.NonRenewalNoticed => [MailedOnName, ByName, "reason"],
        PolicyEvent.NoticeRescinded => ["on", "reason"],
        PolicyEvent.Cancelled => [EffectiveName, "kind", ByName, "reason"],
        PolicyEvent.Reinstated => [EffectiveName, "lapse", "reason"],
        PolicyEvent.Rewritten => [EffectiveName, "reason"],
        _ => [],
    };

    private IEnumerable<string> Given()
    {
        var members = new (string Name, object? Value)[]
        {
            ("line", Line), ("number", Number), ("carrier", Carrier), ("zone", Zone), (EffectiveName, Effective),
            ("expiration", Expiration), ("limits", Limits), ("coverage", Coverage), (MailedOnName, MailedOn),
            ("on", On), (ByName, By), ("kind", Kind), ("lapse", Lapse), ("reason", Reason),
        };
        return members.Where(member => member.Value is not null).Select(member => member.Name);
    }
}
