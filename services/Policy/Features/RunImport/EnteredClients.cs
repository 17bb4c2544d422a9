namespace Portal.Policies.Features.RunImport;

/// <summary>Some of the clients that policies.csv names, with all of its rows about them entered.</summary>
/// <param name="Books">The books of those that the agency has, by reference.</param>
/// <param name="Outcomes">What became of the rows that nothing was wrong with before, by line.</param>
internal sealed record EnteredClients(
    IReadOnlyDictionary<string, ClientBook> Books, IReadOnlyList<(int Line, RowOutcome Outcome)> Outcomes);
