namespace Portal.Testing.Running.Answers;

/// <summary>A partner's program.</summary>
public sealed record ApplicationAnswer(string Id, bool Disabled);

/// <summary>A partner's program that was just let in.</summary>
/// <param name="Application">The program.</param>
/// <param name="Secret">What it signs in with, shown this once; null where it has a key of its own.</param>
public sealed record NewApplicationAnswer(ApplicationAnswer Application, ApplicationSecretAnswer? Secret);

/// <summary>What a partner's program signs in with.</summary>
public sealed record ApplicationSecretAnswer(string Secret);
