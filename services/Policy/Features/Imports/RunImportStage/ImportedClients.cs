namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>Some of the clients that policies.csv names, with all of its rows about them entered.</summary>
/// <param name="Clients">Those that the agency has with their policies, by reference.</param>
/// <param name="Outcomes">What became of the rows that nothing was wrong with before, by line.</param>
internal sealed record ImportedClients(
    IReadOnlyDictionary<string, ExistingPolicies> Clients, IReadOnlyList<(int Line, RowOutcome Outcome)> Outcomes);
