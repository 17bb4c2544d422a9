using Portal.Contracts.Policies;

namespace Portal.Policies.Domain.Lifecycle.Events;

/// <summary>What was wrong with a recorded event; what is null was right.</summary>
internal sealed record EventChange
{
    public PolicyLine? Line { get; init; }

    public string? Number { get; init; }

    public string? Carrier { get; init; }

    public string? Naic { get; init; }

    public string? Zone { get; init; }

    public DateOnly? Effective { get; init; }

    public DateOnly? Expiration { get; init; }

    public TermValues Values { get; init; } = TermValues.None;

    public DateOnly? MailedOn { get; init; }

    public DateOnly? On { get; init; }

    public EndingParty? By { get; init; }

    public CancellationKind? Kind { get; init; }

    public bool? Lapse { get; init; }

    public string? Reason { get; init; }

    /// <summary>The event as it is known from the correction on.</summary>
    public PolicyEvent Over(PolicyEvent wrong) => Known(wrong) with { Reason = Reason ?? wrong.Reason };

    private PolicyEvent Known(PolicyEvent wrong) => wrong switch
    {
        PolicyEvent.Added added => new PolicyEvent.Added(
            Line ?? added.Line, Over(added.First), Zone ?? added.Zone),
        PolicyEvent.Renewed renewed => new PolicyEvent.Renewed(Over(renewed.Next)),
        PolicyEvent.Endorsed endorsed => new PolicyEvent.Endorsed(
            Effective ?? endorsed.Effective, endorsed.Change.Then(Values), Expiration ?? endorsed.Expiration),
        PolicyEvent.CancellationNoticed notice => new PolicyEvent.CancellationNoticed(
            MailedOn ?? notice.MailedOn, Effective ?? notice.Effective, By ?? notice.By),
        PolicyEvent.NonRenewalNoticed notice => new PolicyEvent.NonRenewalNoticed(
            MailedOn ?? notice.MailedOn, By ?? notice.By),
        PolicyEvent.NoticeRescinded rescinded => rescinded with { On = On ?? rescinded.On },
        PolicyEvent.Cancelled cancelled => new PolicyEvent.Cancelled(
            Effective ?? cancelled.Effective, Kind ?? cancelled.Kind, By ?? cancelled.By),
        PolicyEvent.Reinstated reinstated => new PolicyEvent.Reinstated(
            Effective ?? reinstated.Effective, Lapse ?? reinstated.Lapse),
        PolicyEvent.Rewritten rewritten => rewritten with { Effective = Effective ?? rewritten.Effective },
        PolicyEvent.Corrected corrected => corrected with
        {
            Change = corrected.Change is { } change ? Over(change) : this,
        },
        _ => throw new ArgumentException($"{wrong.GetType().Name} can't be corrected.", nameof(wrong)),
    };

    private TermFacts Over(TermFacts facts) => facts with
    {
        Number = Number ?? facts.Number,
        Carrier = Carrier ?? facts.Carrier,
        Naic = Naic ?? facts.Naic,
        Effective = Effective ?? facts.Effective,
        Expiration = Expiration ?? facts.Expiration,
        Values = facts.Values.With(Values),
    };

    private EventChange Over(EventChange earlier) => new()
    {
        Line = Line ?? earlier.Line,
        Number = Number ?? earlier.Number,
        Carrier = Carrier ?? earlier.Carrier,
        Naic = Naic ?? earlier.Naic,
        Zone = Zone ?? earlier.Zone,
        Effective = Effective ?? earlier.Effective,
        Expiration = Expiration ?? earlier.Expiration,
        Values = earlier.Values.Then(Values),
        MailedOn = MailedOn ?? earlier.MailedOn,
        On = On ?? earlier.On,
        By = By ?? earlier.By,
        Kind = Kind ?? earlier.Kind,
        Lapse = Lapse ?? earlier.Lapse,
        Reason = Reason ?? earlier.Reason,
    };
}
