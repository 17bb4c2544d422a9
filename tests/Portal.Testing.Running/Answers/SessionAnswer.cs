namespace Portal.Testing.Running.Answers;

/// <summary>Who is signed in.</summary>
/// <param name="Client">The client whose account it is; null for the agency's own people.</param>
public sealed record SessionAnswer(SessionClientAnswer? Client);

/// <summary>The client of a session.</summary>
public sealed record SessionClientAnswer(Guid Id);
