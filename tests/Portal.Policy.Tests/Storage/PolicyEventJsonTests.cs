using System.Text.Json;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Storage;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Storage;

/// <summary>What was written of an event is read for ever.</summary>
public sealed class PolicyEventJsonTests
{
    private static readonly DateOnly Day = new(2027, 1, 1);

    private static readonly TermFacts Term = Life.Add(Day, Day.AddYears(1)).First with
    {
        Naic = null,
        Values = TermValues.Of(
        [
            new("eachOccurrence", new TermValue.Amount(1_000_000.5m)),
            new("form:CG 20 10", new TermValue.Words("12 19")),
            new("perStatute", new TermValue.Flag(false)),
            new("retention", null),
        ]),
    };

    private static readonly PolicyEvent[] All =
    [
        new PolicyEvent.Added(PolicyLine.WorkersCompensation, Term, "America/Chicago"),
        new PolicyEvent.Endorsed(Day, Term.Values, Day.AddYears(2)),
        new PolicyEvent.Renewed(Term),
        new PolicyEvent.CancellationNoticed(Day, Day.AddDays(30), EndingParty.PremiumFinance) { Reason = "nonpayment" },
        new PolicyEvent.NonRenewalNoticed(Day, EndingParty.Insurer),
        new PolicyEvent.NoticeRescinded(7, Day),
        new PolicyEvent.Cancelled(Day, CancellationKind.Flat, EndingParty.Insured) { Reason = "sold" },
        new PolicyEvent.Cancelled(Day, CancellationKind.ProRata, null),
        new PolicyEvent.Reinstated(Day, Lapse: true),
        new PolicyEvent.Rewritten(Day),
        new PolicyEvent.Corrected(3, null) { Reason = "meant another" },
        new PolicyEvent.Corrected(
            3, new EventChange { Values = Term.Values, By = EndingParty.Insurer, Lapse = false }),
        new PolicyEvent.Rewritten(Day, Guid.CreateVersion7()),
        new PolicyEvent.TookEffect(4, Day),
        new PolicyEvent.Expired(Day),
    ];

    public static TheoryData<int> Events() => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_read_as_it_was_written(int index) => Assert.Equal(
        All[index], PolicyEventJson.Read(PolicyEventJson.KindOf(All[index]), PolicyEventJson.Write(All[index])));

    [Fact]
    public void Every_type_of_event_is_tried() => Assert.Equal(
        typeof(PolicyEvent).GetNestedTypes(System.Reflection.BindingFlags.NonPublic)
            .Where(type => type.IsSubclassOf(typeof(PolicyEvent))).ToHashSet(),
        [.. All.Select(each => each.GetType())]);

    [Theory]
    [InlineData(
        "cancelled",
        """{"effective":"2027-05-01","kind":"pro_rata","by":"premium_finance","reason":"nonpayment"}""")]
    [InlineData(
        "added",
        """{"line":"auto","first":{"number":"AU-1","carrier":"Wesco","naic":"25011","effective":"2027-01-01","expiration":"2028-01-01","values":{"autoScope:any":true,"combinedSingleLimit":1000000}}}""")]
    public void The_form_in_which_it_is_written_stays(string kind, string payload) =>
        Assert.Equal(payload, PolicyEventJson.Write(PolicyEventJson.Read(kind, payload)));

    [Fact]
    public void What_is_no_event_is_refused() =>
        Assert.Throws<JsonException>(() => PolicyEventJson.Read("vanished", "{}"));
}
