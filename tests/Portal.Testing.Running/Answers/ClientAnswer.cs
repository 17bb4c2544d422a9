namespace Portal.Testing.Running.Answers;

/// <summary>A client of the agency.</summary>
public sealed record ClientAnswer(Guid Id, string Ref, string LegalName, ContactAnswer Contact);

/// <summary>The primary contact of a client.</summary>
public sealed record ContactAnswer(string Email);
