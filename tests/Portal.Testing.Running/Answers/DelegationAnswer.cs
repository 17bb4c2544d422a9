namespace Portal.Testing.Running.Answers;

/// <summary>A stay of the agency's staff in a client's account.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="ClientId">Whose account it is.</param>
/// <param name="Staff">Who steps in.</param>
/// <param name="Mode">view or manage.</param>
/// <param name="Reason">Why, as the client reads it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Active">Whether it goes on.</param>
/// <param name="Path">Path below which the account is found.</param>
public sealed record DelegationAnswer(
    Guid Id,
    Guid ClientId,
    PersonAnswer Staff,
    string Mode,
    string Reason,
    DateTimeOffset StartedAt,
    bool Active,
    string Path);
