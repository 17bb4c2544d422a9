using System.Globalization;
using NodaTime;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;

namespace Portal.Policies.Tests.Support;

/// <summary>
/// The life of one policy of a New York insured, told in words such as <c>cancel 2027-02-15 flat</c>.
/// </summary>
internal sealed class Life
{
    public static CoverClock NewYork { get; } = CoverClock.Find("America/New_York")!;

    public PolicyHistory History { get; private set; } = PolicyHistory.Empty;

    public Timeline Timeline => Timeline.Of(History, NewYork);

    private long Next => (History.Events is [.., var last] ? last.Version : 0) + 1;

    /// <summary>Ten in the morning of a day in winter.</summary>
    public static Instant At(DateOnly day) => LocalDate.FromDateOnly(day).At(new LocalTime(15, 0)).InUtc().ToInstant();

    /// <summary>The life as it is, which what is told from now on doesn't change.</summary>
    public Life Copy() => new() { History = History };

    /// <summary>Records what is told for a day.</summary>
    public Decision Tell(DateOnly recordedOn, string words) => Tell(At(recordedOn), Read(words));

    public Decision Tell(Instant at, PolicyCommand command)
    {
        var decision = Transition.Decide(History, NewYork, command, Next, at, _ => false);
        if (!decision.Refused)
        {
            History = History.With(new RecordedEvent(Next, at, decision.Event));
        }

        return decision;
    }

    public static TermValues Values(string key, decimal dollars) =>
        TermValues.Of([KeyValuePair.Create(key, (TermValue?)new TermValue.Amount(dollars))]);

    public static PolicyCommand.Add Add(DateOnly effective, DateOnly expiration) => new(
        PolicyLine.GeneralLiability,
        new TermFacts
        {
            Number = "GL-1",
            Carrier = "Hiscox Insurance Company Inc.",
            Naic = "10200",
            Effective = effective,
            Expiration = expiration,
            Values = Values("eachOccurrence", 1_000_000),
        },
        Zone: null);

    private static PolicyCommand Read(string words)
    {
        var word = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return word[0] switch
        {
            "add" => Add(Day(word[1]), Day(word[2])),
            "endorse" => new PolicyCommand.Endorse(
                Day(word[1]), Values("eachOccurrence", 2_000_000), word.Length > 2 ? Day(word[2]) : null),
            "renew" => new PolicyCommand.Renew(Day(word[1]), Day(word[2]), null, null, null, TermValues.None),
            "notice" => new PolicyCommand.GiveNotice(Day(word[1]), Day(word[2]), EndingParty.Insurer),
            "nonRenew" => new PolicyCommand.NotRenew(Day(word[1]), EndingParty.Insurer),
            "rescind" => new PolicyCommand.Rescind(Number(word[1]), Day(word[2])),
            "cancel" => new PolicyCommand.Cancel(
                Day(word[1]),
                word.Contains("flat") ? CancellationKind.Flat : CancellationKind.ProRata,
                word.Contains("insured") ? EndingParty.Insured : EndingParty.Insurer),
            "reinstate" => new PolicyCommand.Reinstate(Day(word[1]), word.Contains("lapse")),
            "rewrite" => new PolicyCommand.Rewrite(
                Day(word[1]), Add(Day(word[^1]), Day(word[^1]).AddYears(1))),
            "withdraw" => new PolicyCommand.Correct(Number(word[1]), null),
            "change" => new PolicyCommand.Correct(
                Number(word[1]), new EventChange { Effective = Day(word[2]) }),
            "shorten" => new PolicyCommand.Correct(
                Number(word[1]), new EventChange { Expiration = Day(word[2]) }),
            _ => throw new ArgumentException($"Nobody knows what '{words}' is.", nameof(words)),
        };
    }

    private static DateOnly Day(string word) => DateOnly.ParseExact(word, "O", CultureInfo.InvariantCulture);

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);
}
