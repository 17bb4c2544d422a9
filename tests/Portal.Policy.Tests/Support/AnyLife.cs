using FsCheck;
using FsCheck.Fluent;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;

namespace Portal.Policies.Tests.Support;

/// <summary>Random lives of a policy.</summary>
internal static class AnyLife
{
    /// <summary>First day of the first term, which lasts a year.</summary>
    public static DateOnly First { get; } = new(2027, 1, 1);

    // Days that meet: ends and beginnings of terms, and the days around them.
    private static readonly Gen<DateOnly> Days = Gen.OneOf(
        Gen.Elements(-1, 0, 1, 31, 364, 365, 366, 396, 730, 731, 1096).Select(First.AddDays),
        Gen.Choose(-40, 1200).Select(First.AddDays));

    private static readonly Gen<PolicyCommand> Commands = Gen.OneOf(
        Two(Days, Days, PolicyCommand (day, end) => new PolicyCommand.Endorse(
            day, Life.Values("eachOccurrence", end.Day * 1_000_000m), end.Day == 1 ? end : null)),
        Two(Days, Days, PolicyCommand (from, until) => new PolicyCommand.Renew(
            from, until, null, null, null, TermValues.None)),
        Days.Select(PolicyCommand (day) => new PolicyCommand.Renew(
            day, day.AddYears(1), null, null, null, TermValues.None)),
        Two(Days, Days, PolicyCommand (mailed, day) => new PolicyCommand.GiveNotice(
            mailed, day, EndingParty.Insurer)),
        Days.Select(PolicyCommand (mailed) => new PolicyCommand.NotRenew(mailed, EndingParty.Insurer)),
        Two(Gen.Choose(1, 12), Days, PolicyCommand (of, day) => new PolicyCommand.Rescind(of, day)),
        Two(Days, Gen.Elements(CancellationKind.Flat, CancellationKind.ProRata), PolicyCommand (day, kind) =>
            new PolicyCommand.Cancel(day, kind, EndingParty.Insured)),
        Two(Days, Gen.Elements(true, false), PolicyCommand (day, lapse) => new PolicyCommand.Reinstate(day, lapse)),
        Days.Select(PolicyCommand (day) => new PolicyCommand.Rewrite(day, Life.Add(day, day.AddYears(1)))),
        Gen.Choose(1, 12).Select(PolicyCommand (of) => new PolicyCommand.Correct(of, null)),
        Two(Gen.Choose(1, 12), Days, PolicyCommand (of, day) => new PolicyCommand.Correct(
            of, new EventChange { Effective = day })),
        Two(Gen.Choose(1, 12), Days, PolicyCommand (of, day) => new PolicyCommand.Correct(
            of, new EventChange { Expiration = day })));

    /// <summary>What is recorded one after another, most of which is refused.</summary>
    public static Arbitrary<LifeStep[]> Steps { get; } = Two(Gen.Choose(0, 60), Commands, (days, command) =>
        new LifeStep(days, command)).ArrayOf(24).ToArbitrary();

    private static Gen<TResult> Two<TOne, TOther, TResult>(
        Gen<TOne> one, Gen<TOther> other, Func<TOne, TOther, TResult> make) =>
        one.SelectMany(first => other.Select(second => make(first, second)));
}
