using System.Globalization;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Features.Policies.RunSequence;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Domain.Lifecycle;

/// <summary>
/// What may happen to a policy in each state, by Data/transitions.txt: the state after it, or the code of the refusal.
/// </summary>
public sealed class TransitionTableTests
{
    /// <summary>
    /// How a policy comes into a state, each event with the day of its recording, and the day on which the rest is
    /// recorded.
    /// </summary>
    private static readonly Dictionary<string, (string Now, string[] Events)> Lives = new()
    {
        ["none"] = ("2026-12-15", []),
        ["scheduled"] = ("2026-12-15", [Added]),
        ["scheduled to end"] = ("2026-12-15", [Added, "2026-12-12 cancel 2027-05-01"]),
        ["in force"] = ("2027-03-01", [Added]),
        ["renewed"] = ("2027-03-01", [Added, Renewed]),
        ["renewal off"] = ("2027-03-01", [Added, Renewed, "2027-02-15 cancel 2028-01-01 flat"]),
        ["noticed"] = ("2027-03-01", [Added, "2027-02-16 notice 2027-02-15 2027-04-01"]),
        ["ends in April"] = ("2027-03-01", [Added, "2027-02-16 cancel 2027-04-01"]),
        ["moves in April"] = ("2027-03-01", [Added, "2027-02-16 rewrite 2027-04-01"]),
        ["not renewing"] = ("2027-03-01", [Added, "2027-02-16 nonRenew 2027-02-15"]),
        ["lapsed"] = ("2027-03-01", [Added, "2027-02-01 cancel 2027-02-01", "2027-02-10 reinstate 2027-04-01 lapse"]),
        ["between terms"] = ("2028-01-15", [Added, "2027-12-01 renew 2028-02-01 2029-02-01"]),
        ["cancelled"] = ("2027-03-01", [Added, "2027-02-15 cancel 2027-02-15"]),
        ["noticed away"] = ("2027-03-01", [Added, "2027-01-11 notice 2027-01-10 2027-02-15"]),
        ["flat"] = ("2027-03-01", [Added, "2027-02-15 cancel 2027-01-01 flat"]),
        ["replaced"] = ("2027-03-01", [Added, "2027-02-14 rewrite 2027-02-15"]),
        ["expired"] = ("2028-02-01", [Added]),
        ["expired, renewal off"] = ("2028-02-01", [Added, Renewed, "2027-02-15 cancel 2028-01-01 flat"]),
    };

    private const string Added = "2026-12-10 add 2027-01-01 2028-01-01";
    private const string Renewed = "2027-02-01 renew 2028-01-01 2029-01-01";

    public static TheoryData<string, string, string> Rows() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "transitions.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new TheoryDataRow<string, string, string>(cells[0], cells[1], cells[2])),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_state_and_an_event_have_one_answer(string state, string happened, string answer)
    {
        var life = new Life();
        foreach (var recorded in Lives[state].Events)
        {
            Assert.False(life.Tell(Day(recorded[..10]), recorded[11..]).Refused, recorded);
        }

        var now = Day(Lives[state].Now);
        var decision = life.Tell(now, happened);

        Assert.Equal(
            answer,
            decision.Refused
                ? $"x {SequenceWords.Of(decision.Refusal.Code)}"
                : SequenceWords.Of(life.Timeline.StateAt(Life.At(now))));
    }

    [Fact]
    public void Every_state_and_every_reason_to_refuse_is_in_the_table()
    {
        var states = Lives.Values.Select(life => StateOf(life.Now, life.Events)).Distinct();
        var answers = Rows().Select(row => row.Data.Item3).ToHashSet();

        Assert.Equal(Enum.GetValues<PolicyState>().Order(), states.Order());
        Assert.Empty(Enum.GetValues<RefusalCode>().Except([RefusalCode.PolicyNumberInUse])
            .Select(code => $"x {SequenceWords.Of(code)}").Except(answers));
    }

    private static PolicyState StateOf(string now, string[] events)
    {
        var life = new Life();
        foreach (var recorded in events)
        {
            life.Tell(Day(recorded[..10]), recorded[11..]);
        }

        return life.Timeline.StateAt(Life.At(Day(now)));
    }

    private static DateOnly Day(string word) => DateOnly.ParseExact(word, "O", CultureInfo.InvariantCulture);
}
